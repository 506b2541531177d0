using System.Collections.Concurrent;
using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Attestation;

/// <summary>Checks documents as <see cref="AttestationVerifier"/> does, each of them only once.</summary>
/// <remarks>
/// Remembered is what the document alone decides, by its SHA-256, the root and the time; the binding to the given keys
/// is judged anew for every question. Only time depends on the memory, never an answer. Safe for concurrent use;
/// forgotten all at once when full.
/// </remarks>
public sealed class AttestationMemory
{
    /// <summary>Documents to remember; one takes up to 50 KB.</summary>
    public const int Capacity = 1024;

    private readonly ConcurrentDictionary<Question, AttestationCheck> known = new();

    /// <summary>The whole check; only what the keys do not decide may come from the memory.</summary>
    public AttestationCheck Verify(
        ReadOnlyMemory<byte> document,
        ReadOnlyMemory<byte> signingKey,
        ReadOnlyMemory<byte> tlsCertificate,
        string rootPem,
        long blockTime) =>
        AttestationVerifier.Verify(document, signingKey, tlsCertificate, rootPem, blockTime, VerifyUnbound);

    /// <inheritdoc cref="AttestationVerifier.VerifyUnbound"/>
    public AttestationCheck VerifyUnbound(ReadOnlyMemory<byte> document, string rootPem, long blockTime)
    {
        Question question = new(new Hash32(SHA256.HashData(document.Span)), rootPem, blockTime);
        if (known.TryGetValue(question, out AttestationCheck? check))
        {
            return check;
        }

        if (known.Count >= Capacity)
        {
            known.Clear();
        }

        return known.GetOrAdd(question, AttestationVerifier.VerifyUnbound(document, rootPem, blockTime));
    }

    private readonly record struct Question(Hash32 Document, string RootPem, long BlockTime);
}
