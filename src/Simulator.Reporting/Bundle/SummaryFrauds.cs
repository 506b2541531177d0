using System.Text.Json;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>The part of <c>summary.json</c> about frauds; left out where nobody cheats.</summary>
internal static class SummaryFrauds
{
    public static void Write(Utf8JsonWriter json, RunSummary summary)
    {
        if (summary.Frauds.Count == 0)
        {
            return;
        }

        json.WriteObjects("frauds", summary.Frauds, fraud => Write(json, fraud));
        json.WriteNumber("unfounded_notices", summary.UnfoundedNotices);
    }

    private static void Write(Utf8JsonWriter json, FraudSummary fraud)
    {
        Estimate share = ProportionInterval.Wilson(fraud.Noticed, fraud.Attempts);
        json.WriteString("fraud", fraud.Name);
        json.WriteString("group", fraud.Group);
        json.WriteNumber("attempts", fraud.Attempts);
        json.WriteNumber("noticed", fraud.Noticed);
        json.WriteNumber("noticed_lower", Figures.Round(share.Lower!.Value));
        json.WriteNumber("noticed_upper", Figures.Round(share.Upper!.Value));
        if (fraud.Delay is { } delay)
        {
            json.WriteNumber("mean_delay_s", Figures.Round(delay.Value));
        }

        json.WriteString("loss_atto_opg", SummaryJson.Atto(fraud.Loss));
        if (fraud.PayoffOfOne is { } payoff)
        {
            json.WriteStartObject("payoff_of_one");
            json.WriteEstimate(payoff, MetricUnit.Opg, null);
            json.WriteEndObject();
        }

        json.WriteStartObject("means");
        foreach ((string name, long count) in fraud.Means)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("victims");
        foreach ((string group, OpgAmount loss) in fraud.Victims)
        {
            json.WriteString(group, SummaryJson.Atto(loss));
        }

        json.WriteEndObject();
    }
}
