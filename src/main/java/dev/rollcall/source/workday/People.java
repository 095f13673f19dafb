package dev.rollcall.source.workday;

import dev.rollcall.source.DistinctIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom a fetch met, and which of a person's profiles tells his state.
 *
 * <p>An active profile is handed on at once. An inactive one waits for the end: another one of the same person may be
 * active, after a conversion between employee and contingent worker, on whatever page. Somebody hired for a later day is
 * asked for as of that day.
 */
final class People {
    /** More waiting profiles than these are asked for again at the end, instead of being kept in memory. */
    private static final int MOST_KEPT = 10_000;

    private final LocalDate today;
    private final boolean delta;
    private final DistinctIds handedOn = new DistinctIds();
    private final Map<String, Worker> waiting = new LinkedHashMap<>();
    private final Map<String, Worker> ending = new HashMap<>();
    private final Map<LocalDate, List<Ask.Reference>> again = new TreeMap<>();
    private final Map<String, String> manyWaiting = new HashMap<>();
    private final Set<String> staying = new HashSet<>();

    /**
     * Nobody yet.
     *
     * @param delta only changes come: a person's other profile, if it did not change, has to be asked for
     */
    People(LocalDate today, boolean delta) {
        this.today = today;
        this.delta = delta;
    }

    /** Takes a profile; what is to be handed on now. */
    Optional<Worker> meet(Ask.What asked, Worker worker) {
        if (asked == Ask.What.LOOK_AHEAD) {
            // the dates decide when access ends; without one the early look would end it early
            if (worker.isActive()) {
                staying.add(worker.person());
            } else if (!worker.isRescinded() && !worker.endsOn().isEmpty()) {
                ending.put(worker.wid(), worker);
            }
            return Optional.empty();
        }
        boolean ends = worker.isActive() && endsEarly(worker);
        Worker told = ends ? Objects.requireNonNull(ending.get(worker.wid())) : worker;
        if (handedOn.contains(told.person())) {
            return Optional.empty();
        }
        boolean again = asked == Ask.What.AGAIN && manyWaiting.remove(told.person()) != null;
        if (told.isActive() || ends || again) {
            handedOn.add(told.person());
            waiting.remove(told.person());
            return Optional.of(told);
        }
        if (asked == Ask.What.WORKERS) {
            askAgain(told);
        }
        keep(told);
        return Optional.empty();
    }

    /** Whether somebody active leaves within the look-ahead, and not only for another profile. */
    private boolean endsEarly(Worker worker) {
        return ending.containsKey(worker.wid()) && !staying.contains(worker.person());
    }

    private void askAgain(Worker worker) {
        if (worker.isAwaitedOn(today.toString())) {
            ask(LocalDate.parse(worker.hiredOn()), new Ask.Reference("WID", worker.wid()));
        } else if (delta) {
            askForProfiles(worker);
        }
    }

    private void askForProfiles(Worker worker) {
        if (!worker.id().isEmpty()) {
            ask(today, new Ask.Reference("Employee_ID", worker.id()));
            ask(today, new Ask.Reference("Contingent_Worker_ID", worker.id()));
        }
    }

    private void keep(Worker worker) {
        Worker known = waiting.get(worker.person());
        if (known != null || waiting.size() < MOST_KEPT) {
            waiting.put(worker.person(), worker.or(known));
        } else {
            manyWaiting.put(worker.person(), worker.wid());
        }
    }

    private void ask(LocalDate asOf, Ask.Reference worker) {
        again.computeIfAbsent(asOf, day -> new ArrayList<>()).add(worker);
    }

    /** Whom to ask for again, a day and a page at a time; each only once. */
    List<Ask> again(int pageSize) {
        manyWaiting.keySet().removeIf(handedOn::contains);
        manyWaiting.forEach((person, wid) -> ask(today, new Ask.Reference("WID", wid)));
        if (delta) {
            // whoever leaves by what was entered long ago did not change since
            ending.values().stream()
                    .filter(worker -> !handedOn.contains(worker.person()) && !waiting.containsKey(worker.person()))
                    .forEach(this::askForProfiles);
        }
        List<Ask> asks = new ArrayList<>();
        again.forEach((day, workers) -> {
            for (int from = 0; from < workers.size(); from += pageSize) {
                asks.add(Ask.these(day, workers.subList(from, Math.min(from + pageSize, workers.size()))));
            }
        });
        again.clear();
        return asks;
    }

    /** How many were asked for again and did not come. */
    int lost() {
        return manyWaiting.size();
    }

    /** Those of whom no active profile came, a page at a time. */
    List<List<Worker>> rest(int pageSize) {
        List<List<Worker>> rest = new ArrayList<>();
        List<Worker> all = List.copyOf(waiting.values());
        for (int from = 0; from < all.size(); from += pageSize) {
            rest.add(all.subList(from, Math.min(from + pageSize, all.size())));
        }
        waiting.clear();
        return rest;
    }
}
