import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useMantineColorScheme } from "@mantine/core";
import * as z from "zod";
import { Link, Route, Switch, useLocation } from "wouter";
import { ChairId, SessionId } from "#shared/base/ids.ts";
import { mayRead } from "#shared/access/permission.ts";
import type { Me } from "#shared/wire/http.ts";
import { useLinkView, useLive, useNow, useOutbox } from "./connection/LinkProvider.tsx";
import { KeepDrafts } from "./KeepDrafts.tsx";
import { KeptNotice } from "./KeptNotice.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { OpenCalls } from "./OpenCalls.tsx";
import styles from "./Shell.module.css";
import { shellWords } from "./shellWords.ts";
import { doorWords } from "./signIn/doorWords.ts";
import { OwnPin } from "./signIn/OwnPin.tsx";
import { SwitchPerson } from "./signIn/SwitchPerson.tsx";
import { SignInWatch } from "./SignInWatch.tsx";
import { SoundControl } from "./sound/SoundControl.tsx";
import { SoundProvider } from "./sound/SoundProvider.tsx";
import { api } from "./store/api.ts";
import { ClinicProvider, useClinic, usePlace } from "./store/ClinicProvider.tsx";
import { Action } from "./ui/Action.tsx";
import { ClinicClock } from "./ui/ClinicClock.tsx";
import { Header } from "./ui/Header.tsx";
import { LiveBadge } from "./ui/LiveBadge.tsx";
import { LivePage } from "./ui/LivePage.tsx";
import { Loading } from "./ui/Loading.tsx";
import { EmptyState } from "./ui/Notice.tsx";
import { PageBoundary } from "./ui/PageBoundary.tsx";
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
const WallPage = lazy(() => import("./wall/WallPage.tsx").then((module) => ({ default: module.WallPage })));
const LedgerPage = lazy(() => import("./ledger/LedgerPage.tsx").then((module) => ({ default: module.LedgerPage })));
const RecordPage = lazy(() => import("./record/RecordPage.tsx").then((module) => ({ default: module.RecordPage })));

/** UI22. What somebody may need while the server does not answer, fetched while it does. */
const NEEDED_IN_AN_OUTAGE = [
  () => import("./board/BoardPage.tsx"),
  () => import("./chair/ChairPage.tsx"),
  () => import("./discharge/DischargePage.tsx"),
  () => import("./today/TodayPage.tsx"),
];

type ClinicOfMine = Me["clinics"][number];

interface ShellProps {
  readonly me: Me;
  readonly clinic: ClinicOfMine;
  readonly onSignedOut: () => void;
}

/** The frame around every page of a clinic: header, live state, dead man's switch, and the one link. */
export const Shell = ({ me, clinic, onSignedOut }: ShellProps) => (
  <ClinicProvider key={`${me.person.id} ${clinic.id}`} me={me} clinicId={clinic.id}>
    <KeepDrafts />
    <FetchAhead />
    <SignInWatch onSignedOut={onSignedOut} />
    <DeskLight />
    <SoundProvider>
      <Switch>
        <Route path="/">{onlyShows(clinic) ? wall : framed(shellWords.pages.board, <BoardPage />)}</Route>
        <Route path="/wall">{wall}</Route>
        <Route path="/today">{framed(shellWords.pages.today, <TodayPage />)}</Route>
        <Route path="/ledger">{framed(shellWords.pages.ledger, <LedgerPage />)}</Route>
        <Route path="/admin">{framed(shellWords.pages.admin, <AdminPage />)}</Route>
        <Route path="/discharge">{framed(shellWords.pages.discharge, <DischargePage />)}</Route>
        <Route path="/discharge/:sessionId">
          {({ sessionId }) =>
            withId(SessionId, sessionId, (id) => framed(shellWords.pages.discharge, <DischargePage sessionId={id} />))
          }
        </Route>
        <Route path="/chairs/:chairId">
          {({ chairId }) =>
            withId(ChairId, chairId, (id) => framed("Chair", <ChairPage key={id} chairId={id} />, true))
          }
        </Route>
        <Route path="/sessions/:sessionId">
          {({ sessionId }) => withId(SessionId, sessionId, (id) => framed("Record", <RecordPage sessionId={id} />))}
        </Route>
        <Route>{framed(shellWords.notFound, <NotFound />)}</Route>
      </Switch>
    </SoundProvider>
    {me.demo && (
      <div className={styles["demo"]} aria-hidden="true">
        {shellWords.demo}
      </div>
    )}
  </ClinicProvider>
);

/** WL1. A wall has a frame of its own: nothing on it can be touched. */
const wall = (
  <PageBoundary unattended>
    <Suspense fallback={<Loading />}>
      <WallPage />
    </Suspense>
  </PageBoundary>
);

const FetchAhead = () => {
  useEffect(() => void Promise.allSettled(NEEDED_IN_AN_OUTAGE.map((fetchPage) => fetchPage())), []);
  return null;
};

const onlyShows = ({ roles }: ClinicOfMine): boolean => roles.every((role) => role === "display");

function framed(title: string, page: ReactNode, keepsWorking = false) {
  return (
    <Frame title={title} keepsWorking={keepsWorking}>
      <PageBoundary key={title}>
        <Suspense fallback={<Loading />}>{page}</Suspense>
      </PageBoundary>
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

/** UI13. Before the clinic has arrived no page says anything of it: an empty room is not one without chairs. */
const Frame = ({ title, keepsWorking, children }: FrameProps) => {
  const zone = useClinic(({ zone }) => zone);
  const arrived = useClinic(({ seq }) => seq > 0);
  return (
    <LivePage title={title} zone={zone} header={<ClinicHeader />} keepsWorking={keepsWorking}>
      <Version />
      <KeptNotice />
      {arrived ? children : <Loading />}
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
      calls={
        <>
          <OpenCalls />
          <SoundControl />
        </>
      }
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
      {mayRead(roles, "ledger") && link("/ledger", shellWords.pages.ledger, path === "/ledger")}
      {(roles.includes("admin") || roles.includes("director")) &&
        link("/admin", shellWords.pages.admin, path === "/admin")}
    </>
  );
};

const Person = () => {
  const { me, roles } = usePlace();
  const kept = useOutbox().length;
  const [leave, setLeave] = useState<() => void>();
  const [dialog, setDialog] = useState<"own-pin" | "switch">();
  const go = (act: () => void): void => (kept > 0 ? setLeave(() => act) : act());
  const close = (): void => setDialog(undefined);
  return (
    <>
      <PersonMenu
        name={me.person.name}
        role={roles.map((role) => shellWords.roles[role]).join(", ")}
        entries={[
          { word: doorWords.own.entry, choose: () => setDialog("own-pin") },
          ...(me.device?.kind === "tablet"
            ? [{ word: doorWords.change.entry, choose: () => go(() => setDialog("switch")) }]
            : []),
          { word: shellWords.signOut, choose: () => go(signOut) },
        ]}
      />
      {leave && (
        <LeaveDialog
          leave={() => {
            setLeave(undefined);
            leave();
          }}
          stay={() => setLeave(undefined)}
        />
      )}
      {dialog === "own-pin" && <OwnPin onClose={close} />}
      {dialog === "switch" && <SwitchPerson onClose={close} />}
    </>
  );
};

const signOut = (): void =>
  void api("POST", "/api/auth/sign-out", z.unknown(), {}).finally(() => window.location.assign("/"));

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
  const atDesk = roles.every((role) => role === "desk" || role === "admin" || role === "director");
  useEffect(() => {
    if (atDesk && schemeManager.get("auto") === "auto") setColorScheme("light");
  }, [atDesk, setColorScheme]);
  return null;
};
