import { join } from "node:path";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = import.meta.dirname;

/** Libraries change seldom, so each group keeps its name, and its place in the browser's cache, between releases. */
const VENDORS = [
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|wouter|zustand)[\\/]/ },
  { name: "mantine", test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
  { name: "wire", test: /node_modules[\\/](zod|socket\.io-client|socket\.io-parser|engine\.io-[a-z]+)[\\/]/ },
];

export default defineConfig({
  root: join(here, "client"),
  plugins: [react()],
  build: {
    outDir: join(here, "dist/client"),
    emptyOutDir: true,
    target: "es2023",
    // The page policy allows nothing inline: no preload polyfill, no data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: VENDORS } } },
  },
  test: {
    root: here,
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["failOnConsole.ts", "cleanPage.ts"].map((file) => join(here, "tests/support", file)),
    pool: "forks",
    maxWorkers: 2,
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: { include: ["shared/**", "server/**", "client/**"] },
  },
});
