package dev.rollcall.config;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Binder;
import dev.rollcall.mapping.yaml.Canonical;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import dev.rollcall.plan.Safeguards;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of a directory file into a directory, or into problems. */
final class DirectoryReader {
    /** Keys that say nothing about what a record means: a change of them is no other configuration. */
    private static final Set<String> MEANINGLESS = Set.of("exclusive", "consent", "limits", "notices");

    private static final List<String> MAIL = List.of(Requirements.EMAIL);

    private final Problems problems;
    private final DirectoryWords words;
    private Notices notices = Notices.NONE;

    DirectoryReader(Problems problems) {
        this.problems = problems;
        this.words = new DirectoryWords(problems);
    }

    /** Who is told what in the directory that was read last. */
    Notices notices() {
        return notices;
    }

    /** The directory and the place of its name; null when there are problems with it. */
    @Nullable
    DirectoryConfiguration read(String file, String content, String expectedName) {
        int before = problems.size();
        YamlNode.Group group = YamlReader.readGroup(file, content, problems);
        DirectoryFile written = group == null ? null : new Binder(problems).bind(group, DirectoryFile.class, "");
        if (group == null || written == null || written.directory() == null) {
            return null;
        }
        YamlNode.Entry name = group.entries().get("directory");
        if (!written.directory().equals(expectedName)) {
            problems.add(
                    name == null ? group.at() : name.at(),
                    ConfigCode.WRONG_FILE_NAME,
                    "directory: found " + written.directory() + ", and the file is named " + expectedName
                            + ".directory.yaml. Make them the same.");
        }
        List<String> require = written.require().isEmpty() ? Requirements.DEFAULT : List.copyOf(written.require());
        require.forEach(each -> words.checkAttribute(each, "require", group.at("require"), MAIL));
        written.recommend().forEach(each -> words.checkAttribute(each, "recommend", group.at("recommend"), MAIL));
        Vocabulary vocabulary = new VocabularyReader(problems).read(written, group);
        DirectoryConfiguration directory = new DirectoryConfiguration(
                written.directory(),
                require,
                written.match().isEmpty() ? List.of(MatchKey.EXTERNAL_ID, MatchKey.EMAIL) : written.match(),
                written.adoption() == null ? DirectoryConfiguration.Adoption.REVIEW : written.adoption(),
                new LifecycleReader(problems)
                        .read(written.lifecycle(), zone(written.timeZone(), group.at("timeZone")))
                        .withVocabulary(vocabulary),
                safeguards(written.safeguards()),
                new SourceTermsReader(problems).read(written),
                vocabulary,
                new UserRulesReader(problems).read(written, group),
                written.recommend(),
                written.kioskLogin() == DirectoryFile.KioskLogin.EMPLOYEE_NUMBER,
                Canonical.digest(Canonical.text(group, MEANINGLESS)));
        notices = new NoticesReader(problems).read(written.notices(), group.get("notices"));
        return problems.size() > before ? null : directory;
    }

    private ZoneId zone(@Nullable String zone, At at) {
        ZoneId read = zone == null ? null : words.zone(zone, "timeZone", at);
        return read == null ? ZoneOffset.UTC : read;
    }

    private Safeguards safeguards(DirectoryFile.@Nullable Limits limits) {
        if (limits == null) {
            return Safeguards.DEFAULT;
        }
        Safeguards.Limit removals = limit(limits.removals(), "removals");
        Safeguards.Limit rejected = limit(limits.rejected(), "rejected");
        Integer share = rejected == null ? null : rejected.percent();
        return new Safeguards(
                removals == null ? Safeguards.DEFAULT.removals() : removals,
                limit(limits.creates(), "creates"),
                limit(limits.updates(), "updates"),
                share == null ? Safeguards.DEFAULT.rejectedPercent() : share);
    }

    private Safeguards.@Nullable Limit limit(DirectoryFile.@Nullable Share share, String name) {
        if (share == null) {
            return null;
        }
        Integer percent = share.percent();
        Integer count = share.count();
        boolean wrong = (percent == null && count == null)
                || (percent != null && (percent < 0 || percent > 100))
                || (count != null && (count < 0 || name.equals("rejected")));
        if (wrong) {
            problems.add(
                    share.at(),
                    ConfigCode.BAD_SHARE,
                    "safeguards." + name + (percent == null ? "" : ".percent: found " + percent)
                            + (percent == null ? ": expected a share: { percent: 50 }." : ", expected 0 to 100."));
            return null;
        }
        return new Safeguards.Limit(percent, count);
    }
}
