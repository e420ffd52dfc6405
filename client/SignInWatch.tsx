import { useEffect, useState } from "react";
import { Me } from "#shared/wire/http.ts";
import { useLinkView, useLive, useOutbox } from "./connection/LinkProvider.tsx";
import { shellWords } from "./shellWords.ts";
import { SignInForm } from "./signIn/SignInPage.tsx";
import { ApiError, api } from "./store/api.ts";
import { usePlace } from "./store/ClinicProvider.tsx";
import { Dialog } from "./ui/Dialog.tsx";

const ASK_EVERY_MS = 5_000;

type Who = "same" | "gone" | "unknown";

/**
 * A screen that is not live may be one that is no longer signed in: ask, and say which of the two it is. While this
 * device still holds entries the page stays, and the same person signs in over it: nothing is lost by a sign-in that ends.
 */
export const SignInWatch = ({ onSignedOut }: { readonly onSignedOut: () => void }) => {
  const { me, link } = usePlace();
  const { goodbye, refused } = useLinkView();
  const { state } = useLive();
  const kept = useOutbox().length;
  const [gone, setGone] = useState(false);
  const doubtful = goodbye !== undefined || refused !== undefined || state === "NOT_LIVE" || state === "LOST";

  useEffect(() => {
    if (!doubtful) return;
    const ask = async (): Promise<void> => {
      const who = await whoIs(me);
      if (who === "gone") setGone(true);
      if (who === "same" && goodbye !== undefined) link.connection.reopen();
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [doubtful, goodbye, me, link]);

  useEffect(() => {
    if (gone && kept === 0) onSignedOut();
  }, [gone, kept, onSignedOut]);

  // The browser asks before it throws away what is only here.
  useEffect(() => {
    if (kept === 0) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [kept]);

  const back = async (): Promise<void> => {
    if ((await whoIs(me)) !== "same") return;
    setGone(false);
    link.connection.reopen();
  };
  return (
    <Dialog open={gone && kept > 0} title={shellWords.againTitle} onClose={() => undefined}>
      <p>{shellWords.again(me.person.name, kept)}</p>
      <SignInForm only={me.person.username} onDone={() => void back()} />
    </Dialog>
  );
};

/** Whose sign-in this browser holds now. No answer says nothing about it. */
const whoIs = async (me: Me): Promise<Who> => {
  try {
    return (await api("GET", "/api/me", Me)).person.id === me.person.id ? "same" : "gone";
  } catch (error) {
    return error instanceof ApiError && error.status === 401 ? "gone" : "unknown";
  }
};
