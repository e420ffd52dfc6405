import { createRoot } from "react-dom/client";
import { AppTheme } from "./ui/AppTheme.tsx";
import { App } from "./App.tsx";

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <AppTheme>
      <App />
    </AppTheme>,
  );
