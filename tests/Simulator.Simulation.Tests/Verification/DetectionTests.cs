using System.Globalization;
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
    [InlineData(20)]
    public void The_share_of_cheaters_caught_within_n_answers_covers_the_closed_form(int answers)
    {
        StudyRun run = StudyRun.Of(ScenarioFolder.Load(
            "verification/detection.yaml",
            string.Create(CultureInfo.InvariantCulture, $"nodes.cheaters.fraud.answers={answers}")));
        HashSet<Hash32> convicted =
            [.. run.Said.OfType<BondTaken>().Where(taken => taken.Offence == "wrong_answer").Select(taken => taken.Answer)];
        bool[] caught =
        [
            .. run.Said.OfType<AnswerPosted>()
                .GroupBy(posted => posted.Node)
                .Select(node => node.Any(posted => convicted.Contains(posted.Answer))),
        ];

        Estimate share = ProportionInterval.Wilson(caught.Count(hit => hit), caught.Length);
        double closedForm = 1 - Math.Pow(1 - AuditRate, answers);

        Assert.True(caught.Length > 30);
        Assert.InRange(closedForm, share.Lower!.Value, share.Upper!.Value);
        Assert.Equal(caught.Length * answers, run.Count<FraudAttempted>());
        Assert.True(convicted.Count > answers);
    }
}
