/** Words of the enrolled tablet: tiles, keys, one's own PIN, and letting a device in. */
export const doorWords = {
  tiles: {
    title: "Who are you?",
    at: (label: string, clinic: string) => `${label} · ${clinic}`,
    nobody:
      "Nobody has signed in with a password in this shift yet. The first time it is the password; after that, tile and PIN.",
    states: {
      set: "PIN",
      none: "no PIN yet",
      locked: "password needed here",
    },
    password: "Sign in with a password",
    back: "Back to the names",
  },
  pad: {
    title: (name: string) => `PIN of ${name}`,
    label: "PIN, six digits",
    go: "Sign in",
    short: "A PIN has six digits.",
    noAnswer: "The server does not answer. Try again in a moment.",
  },
  needed: {
    none: (name: string) => `${name} has no PIN yet. After signing in it can be set under the name, “Your PIN”.`,
    locked: "Too many wrong PINs at this tablet. The password opens it again.",
  },
  own: {
    entry: "Your PIN",
    title: "Your PIN",
    lead: "Six digits for the tablets of this clinic. It opens them for twelve hours after you have signed in with your password, and takes the place of the PIN that you had.",
    password: "Your password",
    pin: "New PIN",
    again: "The same PIN again",
    differs: "The two PINs are not the same. Type both again.",
    noPassword: "Type your password: a signed-in screen alone does not change a PIN.",
    wrong: "The password is wrong.",
    save: "Set the PIN",
    done: "Your PIN is set. It opens every tablet that this clinic has enrolled.",
    close: "Close",
  },
  change: { entry: "Switch person", title: "Switch person" },
  enrol: {
    title: "Enrol this device",
    lead: "An admin of your clinic makes the code, under Admin, Devices. It is good once, for 15 minutes.",
    code: "Code",
    codeHelp: "Eight letters and digits, such as ABCD-2345",
    missing: "Type the code that your admin sees.",
    go: "Enrol this device",
    done: {
      tablet: (label: string) => `This tablet is ${label} now`,
      display: (label: string) => `This display is ${label} now`,
    },
    next: {
      tablet: "Staff sign in here once a shift with their password, and after that with tile and PIN.",
      display: "It is signed in by itself, shows the board with initials only, and can change nothing.",
    },
    clinic: (clinic: string) => `At ${clinic}.`,
    goOn: "Go on",
  },
} as const;
