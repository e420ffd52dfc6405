/** PE5. Long beats clever: 12 characters or more, any characters, nothing that stands at the top of every list. */
export const passwordProblem = (password: string, username: string): string | undefined => {
  if (password.length < 12) return "A password needs 12 characters or more.";
  if (password.length > 128) return "A password can have 128 characters at most.";
  const plain = password.toLowerCase();
  if (plain.includes(username.toLowerCase())) return "A password must not contain the username.";
  const letters = plain.replaceAll(/[^a-z]/g, "");
  const weak = new Set(plain).size < 5 || COMMON.some((word) => plain.startsWith(word) && plain.length - word.length < 6) || letters === "chairside";
  return weak ? "This password is too easy to guess. Four unrelated words are better." : undefined;
};

const COMMON = [
  "password", "passw0rd", "qwerty", "qwertyuiop", "123456789012", "1234567890", "12345678", "111111", "iloveyou", "welcome", "letmein", "administrator",
  "changeme", "sunshine", "princess", "football", "baseball", "dragon", "monkey", "superman", "trustno1", "abc123", "ketamine", "esketamine", "chairside",
  "clinic", "hospital", "nurse", "doctor", "summer20", "winter20", "spring20", "autumn20",
];
