import type { LinkTime } from "#client/connection/linkClock.ts";
import type { LiveName } from "#client/connection/liveState.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { calendarDay, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Tone } from "./patterns.ts";
import { changedSetting, isChecked, keepSetting, readSetting, type Shelf, type SoundSetting } from "./setting.ts";
import type { Output, Sounder } from "./sounder.ts";
import { concernsPerson, nextSound, silenced, SILENT, type SoundMemory } from "./soundModel.ts";
import { soundStatus, type SoundStatus } from "./soundStatus.ts";

export interface SoundOptions {
  readonly clinic: () => Clinic;
  readonly now: () => Instant;
  readonly linkTime: () => LinkTime;
  readonly live: () => LiveName;
  readonly me: PersonId;
  readonly shelf: Shelf;
  readonly station: Sounder;
  readonly own: Sounder;
}

/** A new object with every change. */
export interface SoundView {
  readonly status: SoundStatus;
  readonly setting: SoundSetting;
  readonly checked: boolean;
  readonly output: Output;
  readonly silencedUntil: LinkTime | undefined;
}

/** SD2-SD7. The sound of this device: looks several times a second, and makes itself heard where it should. */
export class Sound {
  readonly #options: SoundOptions;
  readonly #listeners = new Set<() => void>();
  #setting: SoundSetting;
  #memory: SoundMemory = SILENT;
  #view: SoundView;

  constructor(options: SoundOptions) {
    this.#options = options;
    this.#setting = readSetting(options.shelf);
    this.#view = this.#look();
  }

  view = (): SoundView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Only who may be heard takes note of what was: an open call sounds as soon as the check is done or the block is gone. */
  tick(): void {
    const { clinic, now, linkTime, live, me } = this.#options;
    const { place, volume } = this.#setting;
    const audible = this.#mayBeHeard();
    const all = clinic();
    const moment = {
      clinic: all,
      now: now(),
      at: linkTime(),
      live: live(),
      concerns: place === "own" ? concernsPerson(all, me) : () => true,
    };
    const { tone, memory } = nextSound(moment, this.#memory);
    this.#memory = audible ? memory : SILENT;
    if (audible && tone) this.#sounder().sound(tone, volume);
    this.#show();
  }

  choose(change: Partial<Pick<SoundSetting, "place" | "volume">>): void {
    this.#keep(changedSetting(this.#setting, change));
  }

  /** SD6. Somebody has heard all three. */
  check(): void {
    this.#keep({ ...this.#setting, checkedOn: this.#today() });
  }

  /** From a touch: opens what the browser holds back, where this device is meant to be heard. */
  touched(): void {
    if (this.#setting.place === "own" || this.#isCheckedStation()) this.#sounder().unlock();
    this.#show();
  }

  /** For the sound check, from a touch. */
  try(tone: Tone): void {
    this.#sounder().unlock();
    this.#sounder().sound(tone, this.#setting.volume);
  }

  /** SD4. */
  silence(): void {
    this.#memory = silenced(this.#memory, this.#options.linkTime());
    this.#show();
  }

  #sounder(): Sounder {
    return this.#setting.place === "own" ? this.#options.own : this.#options.station;
  }

  #mayBeHeard(): boolean {
    return ["on", "vibrates", "not-live", "silenced"].includes(this.#look().status);
  }

  #isCheckedStation(): boolean {
    return this.#setting.place === "station" && isChecked(this.#setting, this.#today());
  }

  #today(): string {
    return calendarDay(this.#options.now(), this.#options.clinic().zone);
  }

  /** A device that is not to be heard is not asked whether it could: asking opens the browser's audio. */
  #output(): Output {
    return this.#setting.place === "own" || this.#isCheckedStation() ? this.#sounder().output() : "ready";
  }

  #look(): SoundView {
    const { live, linkTime } = this.#options;
    const setting = this.#setting;
    const checked = isChecked(setting, this.#today());
    const output = this.#output();
    const { silencedUntil, last, outSince } = this.#memory;
    const silencedForMs = (silencedUntil ?? 0) - linkTime();
    const out = (live() === "NOT_LIVE" || live() === "LOST") && outSince !== undefined && last?.tone === "technical";
    const status = soundStatus({ setting, checked, output, out, silencedForMs });
    return { status, setting, checked, output, silencedUntil };
  }

  #keep(setting: SoundSetting): void {
    this.#setting = setting;
    keepSetting(this.#options.shelf, setting);
    this.#show();
  }

  #show(): void {
    const view = this.#look();
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
