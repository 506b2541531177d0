using System.Globalization;

namespace Simulator.Reporting;

/// <summary>How requests ended, and why some were not served, by the protocol's own names.</summary>
internal static class ReportRefusals
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        RequestCounts requests = summary.Requests;
        (string Name, long Count)[] fates =
        [
            ("Accepted", requests.Accepted),
            ("Refused by the network", requests.Refused),
            ("Rejected by the user", requests.Rejected),
            ("Timed out", requests.TimedOut),
            ("Still open at the end", requests.Open),
        ];
        html.Raw("<section aria-labelledby=\"fates-title\">").Raw("<h2 id=\"fates-title\">How requests ended</h2>")
            .Table(
                "Requests by how they ended",
                ["Fate", "Requests", "Share"],
                fates.Select(fate => Row(fate.Name, fate.Count, requests.Issued)).Append(
                    Row("All", requests.Issued, requests.Issued)),
                firstNumeric: 1);
        WriteReasons(html, "Refusals by name", summary.Refusals, requests.Refused);
        WriteReasons(html, "Rejections by name", summary.Rejections, requests.Rejected);
        WriteRegistrations(html, summary.RegistrationRefusals);
        html.Raw("</section>");
    }

    private static void WriteRegistrations(HtmlText html, IReadOnlyDictionary<string, long> refusals)
    {
        if (refusals.Count > 0)
        {
            long all = refusals.Values.Sum();
            html.Element("h3", "Refused registrations by name").Table(
                "Refused registrations by name",
                ["Name", "Registrations", "Share"],
                refusals.Select(refusal => Row(refusal.Key, refusal.Value, all)),
                firstNumeric: 1);
        }
    }

    private static void WriteReasons(HtmlText html, string title, IReadOnlyDictionary<string, long> reasons, long all)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        html.Element("h3", title).Table(
            title,
            ["Name", "Requests", "Share"],
            reasons.OrderByDescending(reason => reason.Value).Select(reason => Row(reason.Key, reason.Value, all)),
            firstNumeric: 1);
    }

    private static string[] Row(string name, long count, long all) =>
        [name, Wording.Count(count), all == 0 ? "–" : Percent(100.0 * count / all)];

    private static string Percent(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
