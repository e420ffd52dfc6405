timeout 150 npx playwright test -c tests/browser/playwright.config.ts "$@" 2>&1 | grep -v "^npm"
