// The questions page: opens the question that the address names, and all of them for printing.

const questions = document.querySelectorAll("details.question");

function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}

let closedBeforePrint = [];

function openAll() {
  closedBeforePrint = [...document.querySelectorAll("details:not([open])")];
  for (const details of closedBeforePrint) details.open = true;
}

function closeAgain() {
  for (const details of closedBeforePrint) details.open = false;
}

if (questions.length) {
  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", closeAgain);
  openNamed();
}
