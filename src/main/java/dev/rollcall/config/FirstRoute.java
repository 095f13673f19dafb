package dev.rollcall.config;

import java.util.Optional;

/** The route that goes with a first mapping: of a file for csv, of an API for JSON, of a Workday report for its XML. */
record FirstRoute(String source, String directory, Sample sample) {
    /** Empty: no connector fetches such a thing. */
    Optional<String> text() {
        return switch (sample.format()) {
            case "csv" -> Optional.of(fileRoute());
            case "json" -> Optional.of(apiRoute());
            default -> sample.records().equals("Report_Data/Report_Entry") ? Optional.of(report()) : Optional.empty();
        };
    }

    private String report() {
        return head("workday-raas-source", "Employees out of a report of Workday's")
                + setting("url", "url") + setting("tenant", "tenant") + setting("owner", "owner")
                + setting("report", "report")
                + "        format: xml\n        # or clientId, clientSecret and refreshToken\n"
                + setting("user", "user") + setting("password", "password") + steps();
    }

    private String fileRoute() {
        String delimiter = sample.delimiter() == '\t' ? "tab" : String.valueOf(sample.delimiter());
        return head("sftp-csv-source", "Employees out of a file of " + source)
                + setting("host", "host") + setting("username", "username") + setting("password", "password")
                + setting("knownHostsFile", "known-hosts-file") + setting("directory", "directory")
                + "        delimiter: \"" + delimiter + "\"\n        proof: stable\n" + steps();
    }

    private String apiRoute() {
        String list = sample.records().replaceFirst("^\\$\\.?", "").replaceFirst("\\[\\*]$", "");
        return head("json-api-source", "Employees out of the API of " + source)
                + setting("url", "url") + setting("token", "token") + """
                        # or username and password; or tokenUrl, clientId and clientSecret; or a key in a header:
                        # apiKeyHeader: X-API-Key
                        # apiKey: "{{%s.api-key}}"
                """.formatted(source)
                + (list.isEmpty() ? "" : "        records: " + list + "\n")
                + id() + """
                        # As it stands one answer holds everybody. What the API has of these:
                        # total: meta.total
                        # paging: page                  # or offset, cursor or link, with `next`
                        # pageParameter: page
                        # next: meta.next_cursor
                        # pageSizeParameter: per_page
                """ + steps();
    }

    /** By what somebody who comes twice is known. */
    private String id() {
        return FirstGuess.key(sample)
                .filter(path -> path.matches("\\$(\\.[\\p{L}\\p{N}_]+)+"))
                .map(path -> "        id: " + path.substring(2) + "\n")
                .orElse("");
    }

    private String head(String kamelet, String description) {
        return """
                - route:
                    id: %s
                    description: %s, every night
                    routeConfigurationId: source
                    from:
                      uri: kamelet:%s
                      parameters:
                        source: %s
                        schedule: "{{%s.schedule:0 0 2 * * ?}}"
                """.formatted(source, description, kamelet, source, source);
    }

    private String setting(String parameter, String name) {
        return "        " + parameter + ": \"{{" + source + "." + name + "}}\"\n";
    }

    private String steps() {
        return "      steps:\n        - to: mapper:" + source + "\n        - to: aggregator:" + directory + "\n";
    }
}
