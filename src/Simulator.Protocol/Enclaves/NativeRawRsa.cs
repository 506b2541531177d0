using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>The private operation by OpenSSL, with its blinding and constant-time arithmetic.</summary>
internal sealed class NativeRawRsa : RawRsa, IDisposable
{
    private readonly RsaKeyHandle key;

    public NativeRawRsa(RSAParameters parameters)
    {
        using RSA rsa = RSA.Create(parameters);
        key = RsaKeyHandle.Decode(rsa.ExportRSAPrivateKey());
    }

    public override void Apply(ReadOnlySpan<byte> encoded, Span<byte> signature)
    {
        bool held = false;
        key.DangerousAddRef(ref held);
        nint context = LibCrypto.NewContext(key.DangerousGetHandle(), 0);
        try
        {
            nint length = signature.Length;
            Invariant.That(LibCrypto.InitialiseSigning(context) == 1);
            Invariant.That(LibCrypto.SetRsaPadding(context, LibCrypto.RsaNoPadding) == 1);
            Invariant.That(LibCrypto.Sign(
                context,
                ref MemoryMarshal.GetReference(signature),
                ref length,
                ref MemoryMarshal.GetReference(encoded),
                encoded.Length) == 1);
            Invariant.That(length == signature.Length);
        }
        finally
        {
            LibCrypto.FreeContext(context);
            key.DangerousRelease();
        }
    }

    public void Dispose() => key.Dispose();
}
