import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from "react";
import { useMantineColorScheme } from "@mantine/core";
import * as z from "zod";
import { Link, Route, Switch, useLocation } from "wouter";
import { ChairId, SessionId } from "#shared/base/ids.ts";
import type { Me } from "#shared/wire/http.ts";
import { useLinkView, useLive, useNow, useOutbox } from "./connection/LinkProvider.tsx";
import styles from "./Shell.module.css";
import { shellWords } from "./shellWords.ts";
import { SignInWatch } from "./SignInWatch.tsx";
import { api } from "./store/api.ts";
import { ClinicProvider, useClinic, usePlace } from "./store/ClinicProvider.tsx";
import { Action } from "./ui/Action.tsx";
import { CallCounts } from "./ui/CallCounts.tsx";
import { ClinicClock } from "./ui/ClinicClock.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Header } from "./ui/Header.tsx";
import { LiveBadge } from "./ui/LiveBadge.tsx";
import { LivePage } from "./ui/LivePage.tsx";
import { Loading } from "./ui/Loading.tsx";
import { EmptyState } from "./ui/Notice.tsx";
import { PersonMenu } from "./ui/PersonMenu.tsx";
import { schemeManager } from "./ui/theme.ts";
import { SchemeSwitch } from "./ui/SchemeSwitch.tsx";

const BoardPage = lazy(() => import("./board/BoardPage.tsx").then((module) => ({ default: module.BoardPage })));
const TodayPage = lazy(() => import("./today/TodayPage.tsx").then((module) => ({ default: module.TodayPage })));
const ChairPage = lazy(() => import("./chair/ChairPage.tsx").then((module) => ({ default: module.ChairPage })));
const DischargePage = lazy(() =>
  import("./discharge/DischargePage.tsx").then((module) => ({ default: module.DischargePage })),
);
const AdminPage = lazy(() => import("./admin/AdminPage.tsx").then((module) => ({ default: module.AdminPage })));
const RecordPage = lazy(() => import("./record/RecordPage.tsx").then((module) => ({ default: module.RecordPage })));

type ClinicOfMine = Me["clinics"][number];

interface ShellProps {
  readonly me: Me;
  readonly clinic: ClinicOfMine;
  readonly onSignedOut: () => void;
}

/** The frame around every page of a clinic: header, live state, dead man's switch, and the one link. */
export const Shell = ({ me, clinic, onSignedOut }: ShellProps) => (
  <ClinicProvider key={`${me.person.id} ${clinic.id}`} me={me} clinicId={clinic.id}>
    <SignInWatch onSignedOut={onSignedOut} />
    <DeskLight />
    <Switch>
      <Route path="/">{framed(shellWords.pages.board, <BoardPage />)}</Route>
      <Route path="/today">{framed(shellWords.pages.today, <TodayPage />)}</Route>
      <Route path="/admin">{framed(shellWords.pages.admin, <AdminPage />)}</Route>
      <Route path="/discharge">{framed(shellWords.pages.discharge, <DischargePage />)}</Route>
      <Route path="/discharge/:sessionId">
        {({ sessionId }) =>
          withId(SessionId, sessionId, (id) => framed(shellWords.pages.discharge, <DischargePage sessionId={id} />))
        }
      </Route>
      <Route path="/chairs/:chairId">
        {({ chairId }) => withId(ChairId, chairId, (id) => framed("Chair", <ChairPage key={id} chairId={id} />, true))}
      </Route>
      <Route path="/sessions/:sessionId">
        {({ sessionId }) => withId(SessionId, sessionId, (id) => framed("Record", <RecordPage sessionId={id} />))}
      </Route>
      <Route>{framed(shellWords.notFound, <NotFound />)}</Route>
    </Switch>
    {me.demo && (
      <div className={styles["demo"]} aria-hidden="true">
        {shellWords.demo}
      </div>
    )}
  </ClinicProvider>
);

function framed(title: string, page: ReactNode, keepsWorking = false) {
  return (
    <Frame title={title} keepsWorking={keepsWorking}>
      <Suspense fallback={<Loading />}>{page}</Suspense>
    </Frame>
  );
}

const withId = <Id,>(
  schema: { safeParse: (value: unknown) => { success: true; data: Id } | { success: false } },
  value: string,
  show: (id: Id) => ReactNode,
): ReactNode => {
  const parsed = schema.safeParse(value);
  return parsed.success ? show(parsed.data) : framed(shellWords.notFound, <NotFound />);
};

const NotFound = () => <EmptyState title={shellWords.notFound} action={<Link href="/">{shellWords.toBoard}</Link>} />;

interface FrameProps {
  readonly title: string;
  readonly keepsWorking: boolean;
  readonly children: ReactNode;
}

const Frame = ({ title, keepsWorking, children }: FrameProps) => {
  const zone = useClinic(({ zone }) => zone);
  return (
    <LivePage title={title} zone={zone} header={<ClinicHeader />} keepsWorking={keepsWorking}>
      <Version />
      {children}
    </LivePage>
  );
};

const ClinicHeader = () => {
  const { name, zone } = useClinic((clinic) => clinic);
  const live = useLive();
  const now = useNow(1_000, { always: true });
  return (
    <Header
      clinic={name}
      live={<LiveBadge live={live} />}
      clock={<ClinicClock now={now} zone={zone} />}
      nav={<Pages />}
      calls={<OpenCalls />}
      controls={
        <>
          <SchemeSwitch />
          <Person />
        </>
      }
    />
  );
};

const Pages = () => {
  const { roles } = usePlace();
  const [path] = useLocation();
  const link = (href: string, word: string, here: boolean) => (
    <Link href={href} className={styles["page"]} aria-current={here ? "page" : undefined}>
      {word}
    </Link>
  );
  return (
    <>
      {link("/", shellWords.pages.board, path === "/" || path.startsWith("/chairs"))}
      {link("/today", shellWords.pages.today, path === "/today")}
      {link("/discharge", shellWords.pages.discharge, path.startsWith("/discharge"))}
      {(roles.includes("admin") || roles.includes("director")) &&
        link("/admin", shellWords.pages.admin, path === "/admin")}
    </>
  );
};

const OpenCalls = () => {
  const live = useLive();
  const alarms = useClinic((clinic) => clinic.alarms);
  const counts = useMemo(() => {
    const of = (priority: string) =>
      Object.values(alarms).filter((alarm) => alarm.priority === priority && alarm.settledAt === undefined).length;
    return { high: of("high"), medium: of("medium"), low: of("low") };
  }, [alarms]);
  return <CallCounts counts={counts} out={live.state === "NOT_LIVE" || live.state === "LOST"} />;
};

const Person = () => {
  const { me, roles } = usePlace();
  const unsent = useOutbox().filter(({ state }) => state !== "refused").length;
  const [asking, setAsking] = useState(false);
  const leave = () => {
    if (unsent > 0) return setAsking(true);
    void api("POST", "/api/auth/sign-out", z.unknown(), {}).finally(() => window.location.assign("/"));
  };
  return (
    <>
      <PersonMenu
        name={me.person.name}
        role={roles.map((role) => shellWords.roles[role]).join(", ")}
        entries={[{ word: shellWords.signOut, choose: leave }]}
      />
      <Dialog open={asking} title={shellWords.unsentTitle} onClose={() => setAsking(false)}>
        <p>{shellWords.unsent(unsent)}</p>
        <Action onClick={() => setAsking(false)}>{shellWords.stay}</Action>
      </Dialog>
    </>
  );
};

/** The server is newer than this page: say so, and let a person choose the moment. */
const Version = () => {
  const { build, goodbye } = useLinkView();
  const { me } = usePlace();
  const old = goodbye === "client-too-old";
  if (!old && (build === undefined || build === me.build)) return null;
  return (
    <p className={styles["version"]} role="status">
      {old ? shellWords.tooOld : shellWords.newVersion}{" "}
      <Action onClick={() => window.location.reload()}>{shellWords.reload}</Action>
    </p>
  );
};

/** Dark in a treatment room, light at a desk, until somebody at this device chooses otherwise. */
const DeskLight = () => {
  const { roles } = usePlace();
  const { setColorScheme } = useMantineColorScheme();
  const atDesk = roles.every((role) => role === "desk" || role === "admin");
  useEffect(() => {
    if (atDesk && schemeManager.get("auto") === "auto") setColorScheme("light");
  }, [atDesk, setColorScheme]);
  return null;
};
