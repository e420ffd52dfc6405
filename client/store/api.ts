import * as z from "zod";

/** A plain "no" from the server, in its own words for the log and a status for the screen. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

const Problem = z.object({ title: z.string().default("Something went wrong"), detail: z.string().optional() });

/** One JSON request to our own server, parsed at the edge; anything but 2xx is thrown as ApiError, no network as status 0. */
export const api = async <Answer>(
  method: "GET" | "POST" | "PUT",
  path: string,
  answer: z.ZodType<Answer>,
  body?: unknown,
): Promise<Answer> => {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      "x-chairside": "1",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError(0, "No answer from the server");
  });
  const json: unknown = await response.json().catch(() => undefined); // an empty or non-JSON answer is judged by its status
  if (response.ok) return answer.parse(json);
  const problem = Problem.safeParse(json ?? {});
  throw new ApiError(
    response.status,
    problem.success ? (problem.data.detail ?? problem.data.title) : "Something went wrong",
  );
};
