import { useCallback, useEffect, useState } from "react";
import { Me, SetUpState } from "#shared/wire/http.ts";
import { EnrolPage } from "./signIn/EnrolPage.tsx";
import { SignInChanged } from "./signIn/signInChanged.ts";
import { SignInPage } from "./signIn/SignInPage.tsx";
import { SetUpPage } from "./signIn/SetUpPage.tsx";
import { shellWords } from "./shellWords.ts";
import { Shell } from "./Shell.tsx";
import { ApiError, api } from "./store/api.ts";
import { EmptyState, ErrorState } from "./ui/Notice.tsx";
import { Loading } from "./ui/Loading.tsx";
import { Page } from "./ui/Page.tsx";

type State =
  { readonly is: "loading" | "signed-out" | "set-up" | "unreachable" } | { readonly is: "signed-in"; readonly me: Me };

const ASK_AGAIN_MS = 5_000;

/** A device is let in whoever is signed in on it. */
export const App = () => (window.location.pathname === "/enrol" ? <EnrolPage /> : <Doors />);

/** Who is here, before anything else is shown: set-up, sign-in, or the clinic. */
const Doors = () => {
  const [state, setState] = useState<State>({ is: "loading" });
  const look = useCallback(() => void whoIsHere().then(setState), []);
  useEffect(look, [look]);
  // A screen on a wall has nobody who would tap: what was unreachable is asked again by itself.
  const unreachable = state.is === "unreachable";
  useEffect(() => {
    if (!unreachable) return;
    const timer = setInterval(look, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [unreachable, look]);

  switch (state.is) {
    case "loading":
      return <Loading />;
    case "unreachable":
      return (
        <Page title={shellWords.unreachable} width="reading">
          <ErrorState
            title={shellWords.unreachable}
            safe={shellWords.unreachableSafe}
            next={shellWords.unreachableNext}
            onRetry={look}
          />
        </Page>
      );
    case "set-up":
      return <SetUpPage onDone={look} />;
    case "signed-out":
      return <SignInPage onDone={look} />;
    case "signed-in": {
      const [clinic] = state.me.clinics;
      if (clinic)
        return (
          <SignInChanged value={look}>
            <Shell me={state.me} clinic={clinic} onSignedOut={look} />
          </SignInChanged>
        );
      return (
        <Page title={shellWords.noClinic} width="reading">
          <EmptyState title={shellWords.noClinic}>{shellWords.noClinicAdvice}</EmptyState>
        </Page>
      );
    }
  }
};

const whoIsHere = async (): Promise<State> => {
  try {
    return { is: "signed-in", me: await api("GET", "/api/me", Me) };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) return { is: "unreachable" };
  }
  try {
    const { needed } = await api("GET", "/api/set-up", SetUpState);
    return { is: needed ? "set-up" : "signed-out" };
  } catch {
    return { is: "unreachable" }; // the sign-in page could not sign anybody in either
  }
};
