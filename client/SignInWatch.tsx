import { useEffect, useState } from "react";
import { Me } from "#shared/wire/http.ts";
import { useDevice, useLinkView, useLive, useOutbox } from "./connection/LinkProvider.tsx";
import styles from "./SignInWatch.module.css";
import { shellWords } from "./shellWords.ts";
import { SignInForm } from "./signIn/SignInForm.tsx";
import { ApiError, api } from "./store/api.ts";
import { usePlace } from "./store/ClinicProvider.tsx";
import { Action } from "./ui/Action.tsx";
import { Dialog } from "./ui/Dialog.tsx";

const ASK_EVERY_MS = 5_000;
/** One answer may fall into the moment in which a server starts. */
const SHUT_OUT_AFTER = 2;

type Who = "same" | "gone" | "unknown";

/**
 * A screen that is not live may be one that is no longer signed in: ask, and say which of the two it is. While this
 * device still holds entries the page stays, and the same person signs in over it: nothing is lost by a sign-in that ends.
 */
export const SignInWatch = ({ onSignedOut }: { readonly onSignedOut: () => void }) => {
  const { me, link } = usePlace();
  const { goodbye, refused } = useLinkView();
  const { state } = useLive();
  const entries = useOutbox();
  const kept = entries.length;
  const { where } = useDevice();
  const inPage = entries.filter((entry) => entry.where === "page").length;
  const [gone, setGone] = useState(false);
  const [timesShut, setTimesShut] = useState(0);
  const shut = refused !== undefined && goodbye === undefined;
  const doubtful = goodbye !== undefined || refused !== undefined || state === "NOT_LIVE" || state === "LOST";

  useEffect(() => {
    if (!doubtful) return;
    const ask = async (): Promise<void> => {
      const who = await whoIs(me);
      if (who === "gone") setGone(true);
      if (who === "same" && goodbye !== undefined) link.connection.reopen();
      if (who === "same") setTimesShut((times) => times + 1);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      setTimesShut(0);
    };
  }, [doubtful, shut, goodbye, me, link]);

  useEffect(() => {
    if (gone && kept === 0) onSignedOut();
  }, [gone, kept, onSignedOut]);

  // OB14. The browser asks before it throws away what lies in this page alone.
  useEffect(() => {
    if (inPage === 0) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [inPage]);

  const back = async (): Promise<void> => {
    if ((await whoIs(me)) !== "same") return;
    setGone(false);
    link.connection.reopen();
  };
  return (
    <>
      {shut && timesShut >= SHUT_OUT_AFTER && <ShutOut />}
      <Dialog open={gone && kept > 0} title={shellWords.againTitle} onClose={() => undefined}>
        <p>{shellWords.again(me.person.name, kept)}</p>
        <SignInForm only={me.person.username} onDone={() => void back()} />
        {where === "device" && inPage === 0 && (
          <Action kind="quiet" onClick={onSignedOut}>
            {shellWords.againLater}
          </Action>
        )}
      </Dialog>
    </>
  );
};

/** CN13. The server answers, and lets in no further screen of this person: said with what to do, instead of "connecting" for ever. */
const ShutOut = () => (
  <div className={styles["shutOut"]} role="alert">
    <strong>{shellWords.shutOut.title}</strong>
    <span>{shellWords.shutOut.why}</span>
    <span>{shellWords.shutOut.next}</span>
  </div>
);

/** Whose sign-in this browser holds now. No answer says nothing about it. */
const whoIs = async (me: Me): Promise<Who> => {
  try {
    return (await api("GET", "/api/me", Me)).person.id === me.person.id ? "same" : "gone";
  } catch (error) {
    return error instanceof ApiError && error.status === 401 ? "gone" : "unknown";
  }
};
