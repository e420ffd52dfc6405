import { test } from "vitest";
import { openScreen } from "#tests/support/screen.ts";
import { startServer } from "#tests/support/server.ts";
import { setUpClinic } from "#tests/support/people.ts";
test("[ZZ1] stop", async () => {
  for (const how of ["none", "deaf", "frozen"]) {
    const server = await startServer();
    const clinic = await setUpClinic(server);
    const nurse = await clinic.staff("nora", ["nurse"]);
    const screen = await openScreen({ server, who: nurse, clinicId: clinic.clinicId });
    if (how === "deaf") { screen.stopReading(); for (let n = 0; n < 4_000; n += 1) screen.hello({ haveSeq: 0 }); await new Promise((r) => setTimeout(r, 4000)); }
    if (how === "frozen") { screen.stopReading(); }
    const t = performance.now();
    await server.stop();
    console.log(how, performance.now() - t);
    screen.close();
  }
}, 60000);
