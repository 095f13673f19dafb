package dev.rollcall.plan;

/** Why an action is not applied now. */
public enum Obstacle {
    /** Another user has the address, or two want it (acceptance D26, row 109). */
    EMAIL_TAKEN("the e-mail address belongs to another user"),
    /** A user nobody linked has the address; linking him is a person's decision (D22). */
    REVIEW("a user with this e-mail address exists; link him by uploading the UPDATED file"),
    /** Different keys lead to different users (D11). */
    SEVERAL_USERS("its keys lead to different users, or the birth dates differ"),
    /** The source has another record of this person, and that one works here. */
    SAME_PERSON("the source has another record of this person who works here; give every person one"),
    /** Two authoritative sources have the person at once, and no precedence says which leads (row 16). */
    TWO_SOURCES("another source has this person as well; write precedence:, or take the person out of one"),
    /** More users would have access than there are licenses (row 108). */
    LICENSES("there are not enough licenses"),
    /** More would be created than the limit allows. */
    CREATES_LIMIT("more users would be created than the limit allows"),
    /** More would be changed than the limit allows. */
    UPDATES_LIMIT("more users would be changed than the limit allows"),
    /** A joiner has what a leaver of the same plan had: the source may have given new keys (D23). */
    SUSPECTED_REKEY("a joiner has the e-mail address or number of somebody absent: were the keys exported anew?"),
    /** Too many would lose access (D3, row 107). */
    REMOVALS_LIMIT("more users would lose access than the limit allows"),
    /** Removals are held, and joiners are unusually many (D23). */
    CREATES_WITH_HELD_REMOVALS("removals are held and unusually many users would be created"),
    /** The mapping or the directory changed, and the person is still in the feed (D29). */
    CONFIGURATION_CHANGED("the configuration changed and the person is still in the feed"),
    /** Others of the plan it was held in were released or rejected; about this one nobody has decided. */
    UNDECIDED("others of its plan were decided about, and this one was not");

    private final String text;

    Obstacle(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
