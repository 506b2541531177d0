using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Simulator.Reporting.Tests;

/// <summary>
/// Every figure of <c>summary.json</c> again, from <c>run.sqlite</c> alone and with none of the code that made it:
/// plain loops over rows, the definitions as the documentation gives them.
/// </summary>
public sealed class RecomputationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BundleReader bundle;
    private readonly List<IReadOnlyDictionary<string, object?>> requests;
    private readonly List<IReadOnlyDictionary<string, object?>> accepted;
    private readonly List<IReadOnlyDictionary<string, object?>> settlements;

    public RecomputationTests()
    {
        BundleTests.Write(folder.At("bundle"), new BundleOptions { Pictures = false });
        bundle = new BundleReader(folder.At("bundle"));
        requests = [.. bundle.Rows("requests")];
        accepted = [.. requests.Where(row => (string?)row["fate"] == "accepted")];
        settlements = [.. bundle.Rows("settlements").Where(
            row => row["finished_at_ns"] is not null && row["refusal"] is null)];
    }

    public void Dispose()
    {
        bundle.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Requests_by_fate_and_refusals_by_name()
    {
        JsonElement counts = bundle.Summary.GetProperty("requests");
        foreach (string fate in new[] { "accepted", "refused", "rejected", "timed_out", "open" })
        {
            Assert.Equal(requests.Count(row => (string?)row["fate"] == fate), counts.GetProperty(fate).GetInt64());
        }

        Assert.Equal(requests.Count, counts.GetProperty("issued").GetInt64());
        foreach (JsonProperty refusal in bundle.Summary.GetProperty("refusals").EnumerateObject())
        {
            Assert.Equal(requests.Count(row => (string?)row["fate"] == "refused"
                && (string?)row["reason"] == refusal.Name), refusal.Value.GetInt64());
        }

        JsonElement jobs = bundle.Summary.GetProperty("settlements");
        Assert.Equal(settlements.Count, jobs.GetProperty("succeeded").GetInt64());
        foreach (JsonProperty refusal in bundle.Summary.GetProperty("settlement_refusals").EnumerateObject())
        {
            Assert.Equal(bundle.Rows("settlements").Count(row => (string?)row["refusal"] == refusal.Name),
                refusal.Value.GetInt64());
        }

        foreach (JsonProperty rejection in bundle.Summary.GetProperty("rejections").EnumerateObject())
        {
            Assert.Equal(requests.Count(row => (string?)row["fate"] == "rejected"
                && (string?)row["reason"] == rejection.Name), rejection.Value.GetInt64());
        }
    }

    [Fact]
    public void Supply_and_flows_to_the_last_atto_OPG()
    {
        JsonElement supply = bundle.Summary.GetProperty("supply");
        List<IReadOnlyDictionary<string, object?>> blocks =
            [.. bundle.Rows("blocks").Where(row => (string?)row["chain"] == "payment")];
        Assert.Equal(blocks[0]["total_supply_atto_opg"], supply.GetProperty("initial").GetString());
        Assert.Equal(blocks[^1]["total_supply_atto_opg"], supply.GetProperty("final").GetString());

        Dictionary<string, string> groups = bundle.Rows("parties").ToDictionary(
            row => (string)row["address"]!, row => (string)row["group_name"]!);
        string Group(object? address, string zero) =>
            groups.GetValueOrDefault((string)address!) ?? (
                (string)address! == "0x" + new string('0', 40) ? zero : "unknown");
        Dictionary<(string?, string?, string?), (long Count, BigInteger Sum)> flows = [];
        foreach (IReadOnlyDictionary<string, object?> row in bundle.Rows("transfers"))
        {
            (string?, string?, string?) key = (
                Group(row["from_address"], "mint"), Group(row["to_address"], "burn"), (string?)row["cause"]);
            (long count, BigInteger sum) = flows.GetValueOrDefault(key);
            flows[key] = (count + 1, sum + Atto(row["amount_atto_opg"]));
        }

        JsonElement[] told = [.. bundle.Summary.GetProperty("flows").EnumerateArray()];
        Assert.Equal(flows.Count, told.Length);
        foreach (JsonElement flow in told)
        {
            (long count, BigInteger sum) = flows[(Text(flow, "from"), Text(flow, "to"), Text(flow, "cause"))];
            Assert.Equal(count, flow.GetProperty("transfers").GetInt64());
            Assert.Equal(sum.ToString(CultureInfo.InvariantCulture), Text(flow, "amount_atto_opg"));
        }

        foreach (string group in groups.Values.Distinct())
        {
            BigInteger profit = flows.Where(flow => flow.Key.Item3 != "genesis")
                .Aggregate(BigInteger.Zero, (sum, flow) => sum
                    + (flow.Key.Item2 == group ? flow.Value.Sum : 0) - (flow.Key.Item1 == group ? flow.Value.Sum : 0));
            Near((double)profit / 1e18, $"profit({group})");
        }

        Near(0, "supply.minted", supply.GetProperty("minted"));
        Near(0, "supply.burned", supply.GetProperty("burned"));
    }

    [Fact]
    public void Latencies_and_their_phases()
    {
        double[] spans = [.. accepted.Select(row => Seconds(row, "issued_at_ns", "finished_at_ns"))];
        Distribution("latency.end_to_end", spans);
        Near(spans.Max(), "max(latency.end_to_end)");
        Mean("latency.challenge", accepted, "issued_at_ns", "challenged_at_ns");
        Mean("latency.authorise", accepted, "challenged_at_ns", "authorised_at_ns");
        Mean("latency.verify", accepted, "authorised_at_ns", "verified_at_ns");
        Mean("latency.answer", accepted, "computed_at_ns", "answered_at_ns");
        Mean("latency.check", accepted, "answered_at_ns", "finished_at_ns");
        Near(accepted.Average(row => Nanoseconds(row, "queued_ns") / 1e9), "mean(latency.queue)");
        Near(accepted.Average(row => Nanoseconds(row, "compute_ns") / 1e9), "mean(latency.compute)");
        Near(accepted.Average(Remainder), "mean(latency.transfer)");
    }

    [Fact]
    public void The_same_by_group_of_users()
    {
        foreach (string group in new[] { "traders", "researchers" })
        {
            List<IReadOnlyDictionary<string,
                object?>> mine = [.. accepted.Where(row => (string?)row["group_name"] == group)];
            double[] spans = [.. mine.Select(row => Seconds(row, "issued_at_ns", "finished_at_ns")).Order()];
            Near(spans[Rank(50, spans.Length)], $"p50(latency.end_to_end, {group})");
            Near(spans[Rank(99, spans.Length)], $"p99(latency.end_to_end, {group})");
            Near(mine.Average(row => Opg(row["price_atto_opg"])), $"mean(price, {group})");
            long ended = requests.Count(row => (string?)row["group_name"] == group && (string?)row["fate"] != "open");
            Near((double)mine.Count / ended, $"share(requests.accepted, {group})");
        }
    }

    [Fact]
    public void Throughput_prices_and_settlements()
    {
        double seconds = 1e-9 * long.Parse(
            (string)bundle.Rows("run")
                .Single(row => (string?)row["key"] == "duration_ns")["value"]!, CultureInfo.InvariantCulture);
        long While(IEnumerable<IReadOnlyDictionary<string, object?>> rows, string column) =>
            rows.Count(row => Nanoseconds(row, column) < seconds * 1e9);
        Near(While(requests, "issued_at_ns") / seconds, "mean(throughput.issued)");
        Near(While(accepted, "finished_at_ns") / seconds, "mean(throughput.accepted)");
        Near((double)accepted.Count / requests.Count(row => (string?)row["fate"] != "open"),
            "share(requests.accepted)");
        Near(accepted.Average(row => Opg(row["price_atto_opg"])), "mean(price)");
        Near(settlements.Sum(row => Opg(row["settled_atto_opg"])), "settled");
        Near(settlements.Average(row => Opg(row["settled_atto_opg"])), "mean(settlement.amount)");
        double[] delays = [.. settlements.Select(row => Seconds(row, "last_charge_at_ns", "block_at_ns")).Order()];
        Near(delays[Rank(50, delays.Length)], "p50(settlement.delay)");
        Near(delays[Rank(95, delays.Length)], "p95(settlement.delay)");
        Near(bundle.Rows("sessions").Count(), "sessions.opened");
        Near(settlements.Count, "settlements.succeeded");
        long failed = bundle.Rows("settlements").Count(row => row["refusal"] is not null);
        Near(failed, "settlements.failed");
        Near((double)settlements.Count / (settlements.Count + failed), "share(settlements.succeeded)");
        HashSet<object?> standing = [.. bundle.Rows("authorisation_uses").Select(row => row["transaction_hash"])];
        Near(bundle.Rows("reverted_settlements").Count(), "settlements.reverted");
        Near(bundle.Rows("reverted_settlements").Count(row => !standing.Contains(row["transaction_hash"])), "settlements.lost");
        Near(bundle.Rows("reverted_blocks").Count(), "blocks.reverted");
        Near(bundle.Rows("transactions").Sum(row => (double)Atto(row["fee_wei"])) / 1e9, "fees.paid");
        Near(bundle.Rows("blocks").Count(), "blocks");
        Near(bundle.Rows("transactions").Count(), "transactions");
        Near(bundle.Rows("transactions").Count(row => row["revert"] is not null), "transactions.reverted");
    }

    [Fact]
    public void Blobs_and_the_replicas_that_had_them()
    {
        List<IReadOnlyDictionary<string, object?>> fetches = [.. bundle.Rows("blob_fetches")];
        int With(string outcome) => fetches.Count(row => (string?)row["outcome"] == outcome);
        double[] spans =
        [
            .. fetches.Where(row => (string?)row["outcome"] == "accepted").Select(row => Nanoseconds(row, "elapsed_ns") / 1e9).Order(),
        ];
        Near(spans[Rank(50, spans.Length)], "p50(latency.blob_fetch)");
        Near(spans[^1], "max(latency.blob_fetch)");
        Near(bundle.Rows("blobs_stored").Count(), "blobs.stored");
        Near(With("accepted"), "blobs.fetched");
        Near(With("blob_unavailable"), "blobs.unavailable");
        foreach (string flaw in new[] { "not_found", "corrupted", "withheld", "substituted" })
        {
            Near(With("blob_" + flaw), "blobs." + flaw);
        }

        // What a client accepted wrongly stands in no table: only its checker knows.
        Near(1, "share(blobs.detected)");
    }

    [Fact]
    public void Evidence_and_what_it_cost()
    {
        List<IReadOnlyDictionary<string, object?>> jobs = [.. bundle.Rows("evidence")];
        List<IReadOnlyDictionary<string, object?>> settled = [.. jobs.Where(row => (string?)row["fate"] == "settled")];
        double[] delays = [.. settled.Select(row => Seconds(row, "answered_at_ns", "block_at_ns")).Order()];
        Near(settled.Count / (double)jobs.Count, "share(evidence.settled)");
        Near(delays[Rank(50, delays.Length)], "p50(evidence.delay)");
        Near(delays[Rank(99, delays.Length)], "p99(evidence.delay)");
        Near(settled.DistinctBy(row => row["transaction_hash"]).Average(row => (long)row["answers"]!), "mean(evidence.batch_size)");
        Near(settled.Average(row => (long)row["gas"]! / (double)(long)row["answers"]!), "mean(evidence.gas)");
        Near(settled.DistinctBy(row => row["transaction_hash"]).Count(), "evidence.transactions");
        Near(jobs.Count, "evidence.queued");
        Near(jobs.Count(row => (string?)row["fate"] == "failed"), "evidence.failed");
        Near(jobs.Count(row => (string?)row["fate"] == "lost"), "evidence.lost");
        Near(jobs.Count(row => (string?)row["fate"] == "open"), "evidence.open");
        Near(settled.Count(row => (string?)row["type"] == "batch"), "evidence.batched");
        Near(settled.Count(row => (string?)row["type"] == "individual"), "evidence.individual");

        // What never became a job stands in no table.
        Near(0, "evidence.private");
        Near(0, "evidence.refused");
        Near(0, "evidence.batches_returned");
    }

    [Fact]
    public void No_figure_of_the_summary_is_missing_here()
    {
        Latencies_and_their_phases();
        The_same_by_group_of_users();
        Throughput_prices_and_settlements();
        Supply_and_flows_to_the_last_atto_OPG();
        Blobs_and_the_replicas_that_had_them();
        Evidence_and_what_it_cost();

        string[] told = [.. bundle.Summary.GetProperty("metrics").EnumerateObject().Select(metric => metric.Name)];
        Assert.Empty(told.Except(seen));
    }

    private readonly HashSet<string> seen = [];

    private static long Nanoseconds(IReadOnlyDictionary<string, object?> row, string column) => (long)row[column]!;

    private static double Seconds(IReadOnlyDictionary<string, object?> row, string from, string to) =>
        (Nanoseconds(row, to) - Nanoseconds(row, from)) / 1e9;

    private static double Remainder(IReadOnlyDictionary<string, object?> row)
    {
        long Between(string from, string to) => row[from] is long start && row[to] is long end ? end - start : 0;
        return (Between("issued_at_ns", "finished_at_ns")
            - Between("issued_at_ns", "challenged_at_ns") - Between("challenged_at_ns", "authorised_at_ns")
            - Between("authorised_at_ns", "verified_at_ns") - Nanoseconds(row, "queued_ns") - Nanoseconds(
                row, "compute_ns")
            - Between("computed_at_ns", "answered_at_ns") - Between("answered_at_ns", "finished_at_ns")) / 1e9;
    }

    private static BigInteger Atto(object? text) => BigInteger.Parse((string)text!, CultureInfo.InvariantCulture);

    private static double Opg(object? text) => (double)Atto(text) / 1e18;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Rank(int percent, int count) => ((percent * count) + 99) / 100 - 1;

    private void Distribution(string metric, double[] values)
    {
        double[] ascending = [.. values.Order()];
        foreach (int percent in new[] { 50, 95, 99 })
        {
            Near(ascending[Rank(percent, ascending.Length)], $"p{percent}({metric})");
        }

        // Twenty batches of equal size, Student's t with 19 degrees of freedom: 2.093024 (any printed table).
        int size = values.Length / 20;
        double[] means = [.. Enumerable.Range(0, 20).Select(batch => values.Skip(batch * size).Take(size).Average())];
        double centre = means.Average();
        double deviation = Math.Sqrt(means.Sum(mean => (mean - centre) * (mean - centre)) / 19);
        Near(values.Average(), $"mean({metric})");
        double halfWidth = bundle.Summary.GetProperty("metrics").GetProperty($"mean({metric})")
            .GetProperty("half_width").GetDouble();
        Assert.Equal(2.093024 * deviation / Math.Sqrt(20), halfWidth, 6);
    }

    private void Mean(string metric, IEnumerable<IReadOnlyDictionary<string, object?>> rows, string from, string to) =>
        Near(rows.Where(row => row[from] is not null && row[to] is not null)
            .Average(row => Seconds(row, from, to)), $"mean({metric})");

    private void Near(double expected, string metric)
    {
        seen.Add(metric);
        Near(expected, metric, bundle.Summary.GetProperty("metrics").GetProperty(metric).GetProperty("value"));
    }

    private static void Near(double expected, string metric, JsonElement actual)
    {
        double value = actual.ValueKind == JsonValueKind.String
            ? double.Parse(actual.GetString()!, CultureInfo.InvariantCulture)
            : actual.GetDouble();
        Assert.True(Math.Abs(expected - value) <= 1e-9 * Math.Max(1e-3, Math.Abs(expected)),
            $"{metric}: {expected} in the database, {value} in the summary");
    }
}
