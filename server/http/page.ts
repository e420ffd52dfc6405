import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import compression from "compression";
import express, { Router, type RequestHandler } from "express";
import helmet from "helmet";

const NONCE = "__CSP_NONCE__";

/**
 * HT4. The page policy, the same from the first page on: scripts from ourselves alone and nothing inline. Style elements
 * need the nonce that the UI kit is given; style attributes are allowed because the kit and the ribbon place things with them.
 */
export const pagePolicy = (): RequestHandler => (request, response, next) => {
  const nonce = randomBytes(16).toString("base64");
  response.locals["nonce"] = nonce;
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'nonce-${nonce}'`],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: request.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })(request, response, next);
};

/** The built client: files with a hash in their name for a year, the page itself never kept. */
export const page = (folder: string): Router => {
  const router = Router();
  const html = readFileSync(join(folder, "index.html"), "utf8");
  router.use(compression());
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", index: false }),
    (_request, response) => void response.status(404).end(),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get("/{*path}", (_request, response) => {
    response.setHeader("cache-control", "no-store");
    response.type("html").send(html.replaceAll(NONCE, String(response.locals["nonce"])));
  });
  return router;
};
