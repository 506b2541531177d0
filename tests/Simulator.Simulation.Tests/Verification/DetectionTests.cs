using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Simulation.Tests.Runs;
using Simulator.Statistics;

namespace Simulator.Simulation.Tests.Verification;

/// <summary>Sampling audits detect as the closed form says: 1 − (1 − p d)^n.</summary>
public sealed class DetectionTests
{
    private const double AuditRate = 0.1;

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void The_share_of_cheaters_caught_within_n_answers_covers_the_closed_form(int answers)
    {
        StudyRun run = Detection.Value;
        HashSet<Hash32> convicted =
            [.. run.Said.OfType<BondTaken>().Where(taken => taken.Offence == "wrong_answer").Select(taken => taken.Answer)];
        bool[] caught =
        [
            .. run.Said.OfType<AnswerPosted>()
                .GroupBy(posted => posted.Node)
                .SelectMany(node => node.Chunk(answers))
                .Where(chunk => chunk.Length == answers)
                .Select(chunk => chunk.Any(posted => convicted.Contains(posted.Answer))),
        ];

        Estimate share = ProportionInterval.Wilson(caught.Count(hit => hit), caught.Length);
        double closedForm = 1 - Math.Pow(1 - AuditRate, answers);

        Assert.True(caught.Length > 150);
        Assert.InRange(closedForm, share.Lower!.Value, share.Upper!.Value);
    }

    [Fact]
    public void Every_slash_is_for_a_fraud_and_every_audit_of_a_fraud_finds_it()
    {
        StudyRun run = Detection.Value;
        Assert.Equal(0, run.Count<AnswerCheckReported>());
        Assert.True(run.Count<BondTaken>() > 200);
    }

    private static readonly Lazy<StudyRun> Detection =
        new(() => StudyRun.Of(ScenarioFolder.Load("verification/detection.yaml")));
}
