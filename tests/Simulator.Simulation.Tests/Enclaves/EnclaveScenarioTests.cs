using System.Text;
using Simulator.Protocol.Receipts;
using Simulator.Reporting;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Enclaves;

/// <summary>The scenarios about the registry hold, and receipts fail for exactly the answers that should not count.</summary>
public sealed class EnclaveScenarioTests
{
    public static TheoryData<string> Names() =>
        [.. ScenarioFolder.All.Where(name => name.StartsWith("enclaves/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_verdict_holds_and_receipts_fail_only_for_answers_of_inactive_nodes(string name)
    {
        using TemporaryFolder folder = new();

        RunSummary summary = Bundles.Run(Bundles.RequestOf(ScenarioFolder.Load(name), folder["bundle"]));

        Assert.All(summary.Verdicts, verdict => Assert.True(verdict.Outcome == VerdictOutcome.Pass, verdict.Expression));
        LinkResult[] broken =
        [
            .. File.ReadLines(folder["bundle/receipts/receipts.jsonl"])
                .Select(line => ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(Read(line))))
                .OfType<LinkResult>(),
        ];
        Assert.All(broken, result => Assert.Equal(ReceiptLink.Registry, result.Link));
        Assert.Equal(name.EndsWith("registration.yaml", StringComparison.Ordinal), broken.Length == 0);
    }

    private static Receipt Read(string line)
    {
        Assert.True(Receipt.Read(Encoding.UTF8.GetBytes(line)).TryGet(out Receipt? receipt));
        return receipt;
    }
}
