using Simulator.Checkers.Answers;
using Simulator.Checkers.Registry;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

/// <summary>Only a platform that has declared itself answers without a signature.</summary>
public sealed class TrustedAnswersTests
{
    [Fact]
    public void An_answer_of_a_declared_platform_is_not_judged()
    {
        Observation[] said = [new PlatformDeclared("platform"), OnTrust("platform"), Facts.Finished(1, RequestFate.Accepted)];

        using AnswersSigned signed = new();
        Assert.Equal(0, Facts.Judge(signed, said).Judged);
        Assert.Equal(0, Facts.Judge(new AnswersActive(), said).Judged);
    }

    [Fact]
    public void An_answer_on_trust_of_anybody_else_is_seen()
    {
        Observation[] said = [new PlatformDeclared("platform"), OnTrust("nodes/1"), Facts.Finished(1, RequestFate.Accepted)];

        using AnswersSigned signed = new();
        Assert.Equal("accepted without an answer", Assert.Single(Facts.Judge(signed, said).Violations).What);
        Assert.Equal(1, Facts.Judge(new AnswersActive(), said).ViolationCount);
    }

    private static AnswerTakenOnTrust OnTrust(string provider) => new(new RequestId("users/1", 1), provider, OpgAmount.Zero);
}
