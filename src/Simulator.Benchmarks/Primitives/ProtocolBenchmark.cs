using Org.BouncyCastle.Crypto.Digests;
using Simulator.Benchmarks.Measuring;
using Simulator.Benchmarks.Samples;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Primitives;

/// <summary><c>opgsim bench protocol</c>: what each primitive costs, beside a reference of the same run.</summary>
public static class ProtocolBenchmark
{
    private static readonly Hash32 Digest = Keccak256.HashText("benchmark digest");

    /// <summary>All primitives in the order of the table.</summary>
    public static IReadOnlyList<Contest> Contests() =>
        [.. Signatures(), .. Curve(), .. Attestation(), .. Hashes(), .. Messages(), .. Privacy(), .. Evidence(), .. Inference()];

    private static IEnumerable<Contest> Signatures()
    {
        byte[] signature = SampleEnclave.Key.Sign(Digest);
        byte[] spki = SampleEnclave.Key.Spki.ToArray();
        yield return new Contest("RSA-PSS-2048 sign", Loop(() => SampleEnclave.Key.Sign(Digest)))
        {
            ReferenceName = OpenSslSpeed.IsInstalled ? "openssl speed rsa2048, sign" : "raw RSA operation (no openssl here)",
            Reference = OpenSslSpeed.IsInstalled ? OpenSslSpeed.Signing : BareRsa(),
            Target = 0.85,
        };
        yield return new Contest(
            "RSA-PSS-2048 verify", Loop(() => Invariant.That(TeeSignature.Verify(spki, Digest, signature))))
        {
            ReferenceName = OpenSslSpeed.IsInstalled ? "openssl speed rsa2048, verify" : null,
            Reference = OpenSslSpeed.IsInstalled ? OpenSslSpeed.Verifying : null,
        };
    }

    private static IEnumerable<Contest> Curve()
    {
        EthereumSignature signature = Secp256k1.Sign(Digest, SamplePayments.PayerKey);
        Span<byte> key = stackalloc byte[PrivateKey.Length];
        SamplePayments.PayerKey.CopyTo(key);
        BareSecp256k1? bare = BareSecp256k1.TryLoad(Digest.ToArray(), key);
        return
        [
            new Contest("secp256k1 sign", Loop(() => _ = Secp256k1.Sign(Digest, SamplePayments.PayerKey)))
            {
                ReferenceName = bare is null ? null : "secp256k1_ecdsa_sign_recoverable alone",
                Reference = bare is null ? null : Loop(bare.Sign),
            },
            new Contest("secp256k1 recover address", Loop(() => Invariant.That(Secp256k1.TryRecover(Digest, signature, out _))))
            {
                ReferenceName = bare is null ? null : "secp256k1_ecdsa_recover alone",
                Reference = bare is null ? null : Loop(bare.Recover),
                Target = bare is null ? null : 0.9,
            },
        ];
    }

    private static IEnumerable<Contest> Attestation()
    {
        byte[] spki = SampleEnclave.Key.Spki.ToArray();
        ChainOfSignatures signatures = new(SampleEnclave.Document);
        yield return new Contest("attestation check", Loop(() => Invariant.That(AttestationVerifier.Verify(
            SampleEnclave.Document, spki, SampleEnclave.TlsCertificate, SampleEnclave.Vendor.RootPem, SampleEnclave.Now).IsValid)))
        {
            ReferenceName = $"its {signatures.Count} P-384 signatures alone",
            Reference = Loop(() => Invariant.That(signatures.Verify())),
            Target = 0.8,
        };
    }

    private static IEnumerable<Contest> Hashes()
    {
        byte[] message = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] hash = new byte[32];
        KeccakDigest digest = new(256);
        yield return new Contest("Keccak-256 of 256 bytes", Loop(() => Keccak256.Hash(message)))
        {
            ReferenceName = "faster of BouncyCastle and an unrolled loop",
            Reference = new FasterOf(
                Loop(() =>
                {
                    digest.BlockUpdate(message, 0, message.Length);
                    digest.DoFinal(hash, 0);
                }),
                Loop(() => UnrolledKeccak.Hash(message, hash))),
            Target = 0.9,
        };
        yield return new Contest(
            "EIP-712 digest of a Permit2 witness transfer",
            Loop(() => _ = Permit2TypedData.Digest(Deployments.BaseChainId, SamplePayments.UptoAuthorization)));
    }

    private static IEnumerable<Contest> Messages()
    {
        string header = SamplePayments.Upto.ToHeader();
        Invariant.That(ChatRequestJson.TryRead(SampleAnswers.ChatRequest, out ChatRequest? request, out _));
        yield return new Contest("x402 payment header, encode", Loop(() => _ = SamplePayments.Upto.ToHeader()));
        yield return new Contest(
            "x402 payment header, decode", Loop(() => Invariant.That(PaymentPayload.FromHeader(header).TryGet(out _))));
        yield return new Contest("Permit2 upto verification, complete", Loop(() => Invariant.That(UptoVerification.Verify(
            SamplePayments.Upto, SamplePayments.UptoRequirements, SamplePayments.Context, SamplePayments.Chain).IsValid)));
        yield return new Contest(
            "chat request, read",
            Loop(() => Invariant.That(ChatRequestJson.TryRead(SampleAnswers.ChatRequest, out ChatRequest? _, out _))));
        yield return new Contest("chat request, canonical JSON", Loop(() => _ = request!.CanonicalBytes()));
    }

    private static IEnumerable<Contest> Privacy()
    {
        byte[] kilobyte = new byte[1024];
        Invariant.That(HpkeContext.TrySetupSender(SampleOhttp.Recipient.PublicKey, [], SampleOhttp.Ephemeral, out HpkeContext? sender));
        byte[] ciphertext = sender!.Seal([], kilobyte);
        yield return new Contest("HPKE set up and seal 1 KiB", Loop(() =>
        {
            Invariant.That(HpkeContext.TrySetupSender(
                SampleOhttp.Recipient.PublicKey, [], SampleOhttp.Ephemeral, out HpkeContext? context));
            _ = context!.Seal([], kilobyte);
        }));
        yield return new Contest("HPKE set up and open 1 KiB", Loop(() =>
        {
            Invariant.That(HpkeContext.TrySetupRecipient(sender.EncapsulatedKey, [], SampleOhttp.Recipient, out HpkeContext? context));
            Invariant.That(context!.TryOpen([], ciphertext, out _));
        }));
        yield return new Contest("OHTTP request, encapsulate", Loop(() => Invariant.That(OhttpRequest.TryEncapsulate(
            SampleOhttp.Config, SampleOhttp.Ephemeral, SampleOhttp.Body, out _, out _, out _))));
        yield return new Contest("OHTTP request, decapsulate", Loop(() => Invariant.That(OhttpRequest.TryDecapsulate(
            1, SampleOhttp.Recipient, SampleOhttp.Request, out _, out _, out _))));
    }

    private static IEnumerable<Contest> Evidence()
    {
        byte[] receipt = SampleReceipts.Batch.ToJson();
        ReceiptTrust trust = ReceiptTrust.Of(SampleEnclave.Vendor.RootPem);
        yield return new Contest("Merkle tree of a batch of 20", Loop(() => _ = BatchTree.Build(SampleSettlements.Rows)));
        yield return new Contest("receipt, read", Loop(() => Invariant.That(Receipt.Read(receipt).TryGet(out _))));
        yield return new Contest("receipt, check every link", Loop(() => Invariant.That(
            ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(SampleReceipts.Batch, trust)) is null)));
    }

    private static IEnumerable<Contest> Inference()
    {
        if (ModelStore.Shipped().Find("volatility@1.2") is not ModelLookup.Found { Blob: ModelBlob model })
        {
            yield break;
        }

        // The engine lives as long as the process: a benchmark measures it to the end.
        InferenceEngine engine = new();
        var question = VolatilityQuestions.WindowOf(new Draw(1, 2));
        yield return new Contest(
            "ONNX volatility inference", Loop(() => Invariant.That(
                engine.Run(model, question, ExecutionProfile.Default).Outcome is InferenceOutcome.Completed)));
    }

    private static TimedLoop BareRsa()
    {
        RawRsa rsa = RawRsa.Create(RsaPrimes.ToParameters(
            PrimeSearch.Find(StableHash.Mix(1)), PrimeSearch.Find(StableHash.Mix(2))));
        byte[] encoded = new byte[EnclaveSigningKey.SignatureLength];
        EmsaPss.Encode(Digest.ToArray(), new byte[EmsaPss.SaltLength], encoded);
        byte[] signature = new byte[EnclaveSigningKey.SignatureLength];
        return Loop(() => rsa.Apply(encoded, signature));
    }

    private static TimedLoop Loop(Action operation) => new(operation);
}
