using System.Globalization;
using System.Numerics;
using Simulator.Primitives;
using Simulator.Reporting;

namespace Simulator.Cli.Terminal;

/// <summary>The story of one request out of a bundle's tables, step by step in simulated time.</summary>
internal sealed class TraceText(BundleReader bundle, IReadOnlyDictionary<string, object?> request)
{
    private readonly string id = (string)request["request"]!;
    private readonly SortedList<(long At, int Order), string> steps = [];

    public void Write(TextWriter writer)
    {
        Collect();
        writer.WriteLine($"request {id}: {request["fate"]}{Because(request["reason"])}");
        long start = (long)request["issued_at_ns"]!;
        foreach (((long at, _), string step) in steps)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {at / 1e9,12:F6} s  {(at - start) / 1e6,+11:F3} ms  {step}"));
        }
    }

    private void Collect()
    {
        Add("issued_at_ns", $"{request["user_name"]} asks {request["node"]} to run {request["model"]}");
        Add("challenged_at_ns", "the gateway answers 402; the user reads its requirements");
        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("authorisations", id))
        {
            At(row["signed_at_ns"], $"the user signs: at most {Opg(row["maximum_atto_opg"])} to {row["recipient"]}, nonce {row["nonce"]}");
        }

        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("verifications", id))
        {
            At(row["at_ns"], row["refusal"] is null
                ? $"{row["facilitator"]} finds the payment valid"
                : $"{row["facilitator"]} refuses: {row["refusal"]}");
        }

        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("inferences", id))
        {
            string times = $"waited {Milliseconds(row["queued_ns"])}, took {Milliseconds(row["compute_ns"])}";
            At(row["at_ns"], $"{row["node"]} has computed {row["model"]} ({times})");
        }

        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("charges", id))
        {
            At(row["at_ns"], (long)row["accepted"]! == 1
                ? $"session {row["session"]} is charged {Opg(row["cost_atto_opg"])}"
                : $"session {row["session"]} has no room for {Opg(row["cost_atto_opg"])}: the answer is free");
        }

        Add("answered_at_ns", "the signed answer arrives");
        Add("finished_at_ns", $"final state: {request["fate"]}{Because(request["reason"])}");
        CollectSettlement();
    }

    private void CollectSettlement()
    {
        if (request["session"] is not string session)
        {
            return;
        }

        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("settlements").Where(row => (string?)row["session"] == session))
        {
            string outcome = row["refusal"] is null
                ? $"moves {Opg(row["settled_atto_opg"])} for the whole session in {row["transaction_hash"]}"
                : $"fails: {row["refusal"]}";
            At(row["finished_at_ns"], $"{row["facilitator"]} {outcome}");
        }
    }

    private void Add(string column, string step) => At(request[column], step);

    private void At(object? time, string step)
    {
        if (time is long nanoseconds)
        {
            steps.Add((nanoseconds, steps.Count), step);
        }
    }

    private static string Because(object? reason) => reason is null ? "" : $" ({reason})";

    private static string Milliseconds(object? nanoseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToDouble(nanoseconds, CultureInfo.InvariantCulture) / 1e6:F3} ms");

    private static string Opg(object? baseUnits) =>
        new OpgAmount((UInt128)BigInteger.Parse((string)baseUnits!, CultureInfo.InvariantCulture)).ToString();
}
