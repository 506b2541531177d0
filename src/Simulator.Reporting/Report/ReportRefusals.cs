using System.Globalization;

namespace Simulator.Reporting;

/// <summary>How requests and settlements ended, and why some were not served, by the protocol's own names.</summary>
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
        WriteSettlements(html, summary);
        WriteRegistrations(html, summary.RegistrationRefusals);
        html.Raw("</section>");
    }

    private static void WriteSettlements(HtmlText html, RunSummary summary)
    {
        SettlementCounts jobs = summary.Settlements;
        long all = jobs.Succeeded + jobs.Failed;
        (string Name, long Count)[] ends =
        [
            ("Reported as final", jobs.Succeeded),
            ("Of these, taken back later", jobs.Reverted),
            ("Of these, in no block at the end", jobs.Lost),
            ("Ended with a refusal", jobs.Failed),
        ];
        html.Element("h3", "How settlements ended").Table(
            "Settlements by how they ended",
            ["End", "Settlements", "Share"],
            ends.Select(end => Row(end.Name, end.Count, all)).Append(Row("All", all, all)),
            firstNumeric: 1);
        WriteReasons(html, "Refused settlements by name", summary.SettlementRefusals, jobs.Failed, "Settlements");
    }

    private static void WriteRegistrations(HtmlText html, IReadOnlyDictionary<string, long> refusals)
    {
        if (refusals.Count > 0)
        {
            WriteReasons(html, "Refused registrations by name", refusals, refusals.Values.Sum(), "Registrations");
        }
    }

    private static void WriteReasons(
        HtmlText html, string title, IReadOnlyDictionary<string, long> reasons, long all, string counted = "Requests")
    {
        if (reasons.Count == 0)
        {
            return;
        }

        html.Element("h3", title).Table(
            title,
            ["Name", counted, "Share"],
            reasons.OrderByDescending(reason => reason.Value).Select(reason => Row(reason.Key, reason.Value, all)),
            firstNumeric: 1);
    }

    private static string[] Row(string name, long count, long all) =>
        [name, Wording.Count(count), all == 0 ? "–" : Percent(100.0 * count / all)];

    private static string Percent(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
