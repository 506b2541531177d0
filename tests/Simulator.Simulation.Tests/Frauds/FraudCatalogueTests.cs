using System.Text.RegularExpressions;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Users.Frauds;
using Simulator.Actors.Verifiers;
using Simulator.Reporting;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Frauds;

/// <summary>Every fraud of the catalogue has a short scenario of its own, in which it happens and whose verdicts hold.</summary>
public sealed partial class FraudCatalogueTests
{
    private const int MostLines = 40;
    private const string Folder = "fraud/";

    // Frauds that are behaviours of full nodes and of storage nodes.
    private static readonly string[] Behaviours = ["censor", "equivocate", "lose", "substitute", "withhold"];

    public static TheoryData<string> Scenarios() => [.. Files];

    private static string[] Files =>
        [.. ScenarioFolder.All.Where(name => name.StartsWith(Folder, StringComparison.Ordinal))];

    private static IEnumerable<string> Kinds =>
    [
        .. NamesOf<NodeFraudKind>(), .. NamesOf<UserFraudKind>(), .. NamesOf<FacilitatorFraudKind>(),
        .. NamesOf<VerifierFraudKind>(), .. Behaviours,
    ];

    [Fact]
    public void Every_fraud_has_a_scenario_of_its_name_and_every_scenario_a_fraud() => Assert.Equal(
        Kinds.Select(kind => $"{Folder}{kind}.yaml").Order(StringComparer.Ordinal), Files);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void It_is_short_the_fraud_happens_and_the_verdicts_hold(string name)
    {
        Assert.True(File.ReadLines(ScenarioFolder.PathOf(name)).Count() <= MostLines);
        using TemporaryFolder folder = new();

        RunSummary summary = Bundles.Run(Bundles.RequestOf(ScenarioFolder.Load(name), folder["bundle"]));

        string fraud = Path.GetFileNameWithoutExtension(name).Replace('-', '_');
        Assert.Contains(summary.Frauds, tally => tally.Name == fraud && tally.Attempts > 0);
        Assert.All(summary.Verdicts, verdict =>
            Assert.True(verdict.Outcome == VerdictOutcome.Pass, $"{verdict.Expression}: {verdict.Outcome}, {verdict.Note}"));
        Assert.Equal(0, summary.Requests.Open);
    }

    private static IEnumerable<string> NamesOf<TKind>()
        where TKind : struct, Enum =>
        Enum.GetValues<TKind>().Skip(1).Select(kind => Capital().Replace(kind.ToString(), "-$0").TrimStart('-').ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
