package dev.rollcall.source.api;

/** A credential that may change while the runtime runs: asked for anew with every request. Never printed. */
public interface Secret {
    /** The value to use now. */
    String value();

    /**
     * The source refused {@link #value}.
     *
     * @return whether another value is now there to be tried; false when all were
     */
    boolean refused();

    /** A secret that does not change. */
    static Secret fixed(String value) {
        return new Secret() {
            @Override
            public String value() {
                return value;
            }

            @Override
            public boolean refused() {
                return false;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }
}
