using System.Security.Cryptography;
using Simulator.Checkers.Answers;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class AnswersSignedTests : IDisposable
{
    private static readonly RequestId Request = new("users/1", 1);
    private static readonly Hash32 Input = Keccak256.Hash("input"u8);
    private static readonly Hash32 Output = Keccak256.Hash("output"u8);

    private readonly RSA key = RSA.Create(2048);

    private NodeDeclared Node => new(Keccak256.Hash(key.ExportSubjectPublicKeyInfo()), "nodes/1", "nodes", key.ExportSubjectPublicKeyInfo());

    private RequestFinished Accepted => new(Request, RequestFate.Accepted, null);

    [Fact]
    public void An_answer_signed_by_a_known_node_holds()
    {
        AnswersSigned checker = Facts.Judge(new AnswersSigned(), Node, Answer(Output), Accepted);

        Assert.Equal(0, checker.ViolationCount);
    }

    [Fact]
    public void An_accepted_answer_whose_output_was_changed_is_seen()
    {
        AnswersSigned checker = Facts.Judge(
            new AnswersSigned(), Node, Answer(Output) with { OutputHash = Input }, Accepted);

        Assert.Equal("accepted although its signature is not valid", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void An_accepted_answer_of_an_unknown_node_is_seen()
    {
        AnswersSigned checker = Facts.Judge(new AnswersSigned(), Answer(Output), Accepted);

        Assert.StartsWith("accepted from an unknown node", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Acceptance_without_an_answer_is_seen()
    {
        AnswersSigned checker = Facts.Judge(new AnswersSigned(), Node, Accepted);

        Assert.Equal("accepted without an answer", Assert.Single(checker.Violations).What);
    }

    [Fact]
    public void A_node_whose_id_is_not_the_hash_of_its_key_is_seen()
    {
        AnswersSigned checker = Facts.Judge(new AnswersSigned(), Node with { TeeId = Input });

        Assert.Contains("not the hash", Assert.Single(checker.Violations).What, StringComparison.Ordinal);
    }

    public void Dispose() => key.Dispose();

    private AnswerReceived Answer(Hash32 output)
    {
        byte[] timestamp = new byte[32];
        timestamp[31] = 7;
        byte[] message = [.. Input.ToArray(), .. output.ToArray(), .. timestamp];
        byte[] digest = SHA256.HashData(Keccak256.Hash(message).ToArray());
        byte[] signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return new AnswerReceived(Request, Node.TeeId, Input, output, 7, signature, OpgAmount.Zero);
    }
}
