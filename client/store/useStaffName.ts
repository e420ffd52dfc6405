import { useDirectory } from "./ClinicProvider.tsx";

/** Who did it, by name; nothing for nobody, and nothing while the name has not come. */
export const useStaffName = (): ((by: string | undefined) => string | undefined) => {
  const directory = useDirectory();
  return (by) => (by === undefined || by === "system" ? undefined : directory.staff(by));
};
