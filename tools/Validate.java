import java.io.InputStream;
import java.nio.file.Path;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * PDF files against PDF/A-3a and PDF/UA-1 with veraPDF: one line for each file and profile, one for
 * each broken rule. Exit code 0: no rule is broken. 7: some are. veraPDF's own list of profiles is
 * empty where it is packed into another jar, so they are read from there by name.
 */
public final class Validate {
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean clean = true;
        for (String file : files) {
            clean &= holds(Path.of(file), PDFAFlavour.PDFA_3_A, "PDFA-3A.xml");
            clean &= holds(Path.of(file), PDFAFlavour.PDFUA_1, "PDFUA-1.xml");
        }
        System.exit(clean ? 0 : 7);
    }

    private static boolean holds(Path file, PDFAFlavour flavour, String name) throws Exception {
        try (InputStream rules = PDFAParser.class.getResourceAsStream(PROFILES + name);
                PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), flavour)) {
            ValidationProfile profile = Profiles.profileFromXml(rules);
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile, -1, false, false, false);
            ValidationResult result = validator.validate(parser);
            TreeMap<String, Integer> broken = new TreeMap<>();
            for (TestAssertion test : result.getTestAssertions()) {
                String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                broken.merge(rule + " " + test.getMessage(), 1, Integer::sum);
            }
            System.out.printf(
                    "%s: %s: %d checks, %d rules broken%n",
                    file, flavour.getId(), result.getTotalAssertions(), broken.size());
            broken.forEach((rule, times) -> System.out.printf("    %s (%d times)%n", rule, times));
            return result.isCompliant();
        }
    }
}
