package dev.rollcall.contract;

/** The system answers as always, and knows nobody any more. */
record Emptied(Runnable empty) implements Trouble {
    @Override
    public String kind() {
        return "zero results";
    }

    @Override
    public String place() {
        return "everywhere";
    }

    @Override
    public void begin(Runnable move) {
        empty.run();
    }

    @Override
    public boolean end() {
        return true;
    }
}
