using System.Security.Cryptography;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Answers;

/// <summary>Re-verifies the signature of every answer a user accepted, with the platform's own RSA-PSS.</summary>
public sealed class AnswersSigned : Checker, IDisposable
{
    private readonly Dictionary<Hash32, RSA> nodes = [];
    private readonly TrustedAnswers onTrust = new();
    private readonly SortedDictionary<RequestId, AnswerReceived> inHand = [];

    public override string Name => "answers.signed";

    public override string Rule => "Every accepted answer carries a valid signature of a known node over this request and this output.";

    public override void Observe(in ObservedFact fact)
    {
        onTrust.Observe(fact.What);
        switch (fact.What)
        {
            case NodeDeclared node:
                Declare(node, fact.At);
                break;
            case AnswerReceived answer:
                inHand[answer.Request] = answer;
                break;
            case RequestFinished finished:
                if (finished.Fate == RequestFate.Accepted && !onTrust.Remove(finished.Request))
                {
                    OnAccepted(finished.Request, fact.At);
                }

                inHand.Remove(finished.Request);
                break;
        }
    }

    public void Dispose()
    {
        foreach (RSA key in nodes.Values)
        {
            key.Dispose();
        }

        nodes.Clear();
    }

    private void Declare(NodeDeclared node, SimTime at)
    {
        Judge(Keccak256.Hash(node.SigningKey) == node.TeeId, at, node.Name, "its TEE id is not the hash of its signing key");
        RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(node.SigningKey, out _);
        nodes[node.TeeId] = key;
    }

    private void OnAccepted(RequestId request, SimTime at)
    {
        bool received = inHand.TryGetValue(request, out AnswerReceived? answer);
        Judge(received, at, request.ToString(), "accepted without an answer");
        if (answer is null)
        {
            return;
        }

        bool known = nodes.TryGetValue(answer.TeeId, out RSA? key);
        Judge(known, at, request.ToString(), $"accepted from an unknown node {answer.TeeId}");
        Judge(key is null || IsSigned(key, answer), at, request.ToString(), "accepted although its signature is not valid");
    }

    private static bool IsSigned(RSA key, AnswerReceived answer)
    {
        Span<byte> message = stackalloc byte[3 * Hash32.Length];
        answer.InputHash.CopyTo(message);
        answer.OutputHash.CopyTo(message[32..]);
        ((UInt256)(ulong)answer.Timestamp).WriteBigEndian(message[64..]);
        byte[] digest = SHA256.HashData(Keccak256.Hash(message).ToArray());
        return key.VerifyHash(digest, answer.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
