import type { ErrorRequestHandler, Response } from "express";
import { TryAgain } from "#server/store/eventLog.ts";

/** HT1. A "no" over HTTP: application/problem+json with a title for people; never an inside, never patient data. */
export const problem = (response: Response, status: number, title: string, detail?: string): void => {
  response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", status, title, ...(detail === undefined ? {} : { detail }) }));
};

/** The last stop: what nobody foresaw is reported by a reference and answered without its insides. */
export const lastStop =
  (report: (what: string, error: unknown) => void): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    const status = clientFault(error);
    if (status !== undefined)
      return problem(response, status, status === 413 ? "Too large" : "The request could not be read");
    report("request failed", error);
    if (response.headersSent) return void response.destroy();
    if (error instanceof TryAgain)
      problem(response, 503, "The data cannot be reached", "Nothing was written. Try again in a moment.");
    else
      problem(response, 500, "Something went wrong here", "Nothing was lost. Try again; if it stays, tell your admin.");
  };

const clientFault = (error: unknown): number | undefined => {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : undefined;
};
