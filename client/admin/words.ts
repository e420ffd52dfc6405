import { plural } from "#client/words.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Sureness } from "#shared/protocol/rows.ts";

/** Words of the admin page. */
export const adminWords = {
  title: "Admin",
  staff: "Staff",
  add: "Add a person",
  name: "Name",
  username: "Username",
  password: "First password",
  passwordHelp: "12 characters or more. Hand it over in person.",
  roles: "Roles",
  save: "Add",
  added: (name: string) => `${name} can sign in now.`,
  chairs: "Chairs",
  chairLabel: "Label of the new chair",
  addChair: "Add chair",
  removeChair: (label: string) => `Remove chair ${label}`,
  protocols: "Protocols",
  route: { iv: "IV", im: "IM", nasal: "Nasal" } satisfies Record<Route, string>,
  version: (title: string, version: number) => `${title}, version ${version}`,
  shortVersion: (version: number) => `Version ${version}`,
  noVersion: "No protocol for this route: nobody can be checked in for it.",
  inUse: "In use for new sessions",
  approved: (by: string, when: string) => `Approved by ${by}, ${when}`,
  notApproved: "NOT APPROVED",
  notApprovedLead:
    "A proposal. Every screen and record of a session under it says so, until a medical director of this clinic approves it.",
  onlyDirector: "Only a medical director can approve.",
  show: (version: number) => `Show the numbers of version ${version}`,
  hide: (version: number) => `Hide the numbers of version ${version}`,
  number: "Number",
  value: "Value",
  source: "Where it comes from",
  sure: "How sure",
  noSource: "no source is named",
  sureness: {
    V: "read at its source",
    V2: "second-hand",
    G: "general knowledge",
    D: "our own proposal",
  } satisfies Record<Sureness, string>,
  countOf: (count: number, what: string) => `${count} ${what}`,

  approve: {
    open: (version: number) => `Approve version ${version} …`,
    title: (route: string) => `Approve a protocol for ${route}`,
    question: (name: string) => `You are about to approve “${name}” for this clinic, in your name.`,
    becomes: "It becomes the protocol that new sessions of this route begin with. Sessions under way keep theirs.",
    staysBehind: (newer: number) =>
      `Version ${newer} is newer and approved: it stays in use, and this one stays beside it.`,
    first: "No version of this route was approved before.",
    changes: (version: number) => `Against version ${version}, which is in use now:`,
    same: (version: number) => `It says the same as version ${version}, which is in use now.`,
    ownProposals: (own: number, all: number) =>
      `${own} of its ${all} lines rest on our own proposal: read those with care.`,
    yes: (name: string) => `I have read it and approve ${name}`,
    no: "Not now",
  },

  compare: {
    title: "Compare two versions",
    from: "From",
    to: "To",
    differs: (count: number) => plural(count, "line differs", "lines differ"),
    same: "These two say the same.",
    line: "Line",
  },

  shipped: {
    none: "We ship a proposal for this route.",
    older: "Our shipped proposal has changed since, or was never taken.",
    propose: (version: number) => `Propose the shipped defaults as version ${version}`,
  },

  file: {
    title: "Protocols as a file",
    lead: "For a back-up, or for another clinic. A file holds numbers and their sources, no patients and no names.",
    exportAll: "Export all",
    name: "chairside-protocols.json",
    choose: "Import a file",
    help: "Nothing is proposed before you have read what it would change.",
    problems: (count: number) => `${plural(count, "problem", "problems")}. Nothing was taken from this file.`,
    wholeFile: "The file",
    nth: (n: number) => `Protocol ${n}`,
    tooLarge: "This file is too large to be one of protocols.",
    notRead: "This file could not be read.",
    proposed: (name: string, version: number) => `“${name}” as version ${version}`,
    changes: (count: number, version: number) =>
      `${plural(count, "line differs", "lines differ")} from version ${version}, in use now`,
    noChange: (version: number) => `says the same as version ${version}, in use now`,
    isFirst: "the first of its route",
    propose: (count: number) => `Propose ${plural(count, "protocol", "protocols")}`,
    done: (count: number) => `${plural(count, "protocol is", "protocols are")} proposed, not yet approved.`,
    stopped: (name: string, why: string) => `“${name}” was not taken: ${why}`,
    full: "This device can keep no more entries. Nothing more was proposed.",
  },

  backUps: {
    title: "Who backs up whom, this shift",
    lead: "“Nobody” is an answer, too: then nobody is reminded of it.",
    of: (name: string) => `${name} is backed up by`,
    notSet: "not set",
    nobody: "nobody",
    none: "No nurse or clinician works here yet.",
  },
} as const;
