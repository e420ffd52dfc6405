import { parseArgs } from "node:util";

interface Usage {
  /** Options that must be there, each with what stands for its value. */
  readonly needs: Readonly<Record<string, string>>;
  readonly may?: Readonly<Record<string, string>>;
  readonly does: string;
  /** CL3. Asked for, or read from CHAIRSIDE_PASSWORD; never an option, because others can read a command line. */
  readonly password?: "always" | "with-admin-name";
}

export const COMMANDS: Readonly<Record<string, Usage>> = {
  "clinic add": {
    needs: { name: "NAME", zone: "ZONE", phone: "PHONE", chairs: "1,2,3", admin: "USERNAME" },
    may: { "admin-name": "NAME" },
    does: "Adds a clinic with its chairs and its first admin. With --admin-name the admin's account is made too.",
    password: "with-admin-name",
  },
  "staff add": {
    needs: { username: "USERNAME", name: "NAME", roles: "nurse,desk" },
    may: { clinic: "NAME" },
    does: "Makes an account with roles in a clinic: nurse, clinician, director, desk, admin, display.",
    password: "always",
  },
  "staff list": { needs: {}, does: "Lists every account with its roles." },
  "staff disable": {
    needs: { username: "USERNAME" },
    does: "Ends the password, every role and every sign-in of a person; their name stays with what they did.",
  },
  "staff reset": {
    needs: { username: "USERNAME" },
    does: "Gives a person a new password and ends their sign-ins.",
    password: "always",
  },
};

const usageOf = (command: string, { needs, may = {} }: Usage): string =>
  [
    command,
    ...Object.entries(needs).map(([option, value]) => `--${option} ${value}`),
    ...Object.entries(may).map(([option, value]) => `[--${option} ${value}]`),
  ].join(" ");

const ABOUT = `Passwords are asked for, or read from the variable CHAIRSIDE_PASSWORD; never from the command line.
It asks the running server; with none running it works on the data folder itself (DATA_DIR, ./data).`;

export const HELP = [
  "chairside <command> [--help]   (npm run chairside -- <command>)",
  Object.entries(COMMANDS)
    .map(([command, usage]) => `  ${usageOf(command, usage)}`)
    .join("\n"),
  ABOUT,
].join("\n\n");

const helpOf = (command: string, usage: Usage): string =>
  [usageOf(command, usage), usage.does, ...(usage.password ? [ABOUT] : [])].join("\n\n");

export type Read =
  | { readonly help: string }
  | { readonly wrong: string }
  | { readonly wanted: Readonly<Record<string, unknown>>; readonly password: boolean };

/** CL1. What was typed, or one line that says what is wrong with it. */
export const readCommand = (typed: readonly string[]): Read => {
  const firstOption = typed.findIndex((word) => word.startsWith("-"));
  const words = firstOption < 0 ? typed : typed.slice(0, firstOption);
  const options = typed.slice(words.length);
  const help = options.some((word) => word === "--help" || word === "-h");
  const command = words.join(" ");
  const usage = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (usage) return help ? { help: helpOf(command, usage) } : readOptions(command, usage, options);
  if (command === "" && (help || options.length === 0)) return { help: HELP };
  return { wrong: `There is no command "${command}". See: npm run chairside -- --help` };
};

const readOptions = (command: string, usage: Usage, args: readonly string[]): Read => {
  const { needs, may = {} } = usage;
  const see = `See: npm run chairside -- ${command} --help`;
  const known = Object.fromEntries(
    Object.keys({ ...needs, ...may }).map((option) => [option, { type: "string" }] as const),
  );
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option")
      return {
        wrong: `${command}: "${token.kind === "positional" ? token.value : "--"}" belongs to no option. ${see}`,
      };
    if (!(token.name in known)) return { wrong: `${command}: there is no option ${token.rawName}. ${see}` };
    if (!token.value) return { wrong: `${command}: ${token.rawName} needs a value. ${see}` };
  }
  const missing = Object.keys(needs).filter((option) => values[option] === undefined);
  if (missing.length > 0)
    return { wrong: `${command} needs ${missing.map((option) => `--${option}`).join(", ")}. ${see}` };
  const password =
    usage.password === "always" || (usage.password === "with-admin-name" && values["admin-name"] !== undefined);
  return {
    wanted: {
      ask: command.replace(" ", "-"),
      ...Object.fromEntries(Object.entries(values).map(([option, value]) => fieldOf(option, String(value)))),
    },
    password,
  };
};

const fieldOf = (option: string, value: string): readonly [string, unknown] => {
  if (option === "admin-name") return ["adminName", value];
  return [option, option === "chairs" || option === "roles" ? value.split(",").map((part) => part.trim()) : value];
};
