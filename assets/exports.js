/* The export menu: what is pressed in it goes into the address of what is taken. */
(function () {
  "use strict";

  function look() {
    const pressed = document.querySelectorAll(".export [data-look][aria-pressed=true]");
    return Object.fromEntries([...pressed].map((one) => [one.dataset.look, one.dataset.value]));
  }

  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-look]");
    if (choice) {
      for (const other of choice.parentElement.querySelectorAll("[data-look]")) {
        other.setAttribute("aria-pressed", String(other === choice));
      }
      return;
    }
    const link = event.target.closest("a[data-export=picture]");
    if (link) {
      const address = new URL(link.href);
      for (const [name, value] of Object.entries(look())) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      link.href = address.pathname + address.search;
      return;
    }
    const subscribe = event.target.closest("[data-subscribe]");
    if (subscribe) {
      const address = new URL(subscribe.dataset.subscribe, location.href).href;
      const done = (words) => {
        const before = subscribe.textContent;
        subscribe.textContent = words;
        window.calendarPage.say(words);
        setTimeout(() => (subscribe.textContent = before), 2500);
      };
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => done("Copied: " + address), () => done(address));
      else done(address);
    }
  }, true);
})();
