import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/Button.css";

import { Button, MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { io } from "socket.io-client";

import { ClinicId } from "#shared/base/ids.ts";

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <MantineProvider>
      <Button onClick={() => io({ autoConnect: false })}>{String(ClinicId.safeParse("clinic-1").success)}</Button>
    </MantineProvider>,
  );
