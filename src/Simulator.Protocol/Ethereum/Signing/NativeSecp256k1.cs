using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using Simulator.Primitives;

namespace Simulator.Protocol.Ethereum;

/// <summary>libsecp256k1 with its recovery module, as Debian's <c>libsecp256k1-1</c> ships it.</summary>
/// <remarks>
/// Thread safe: the context is never written after it was made, and the library's signing and recovery functions take
/// it
/// as constant. Allocates nothing per call.
/// </remarks>
internal sealed unsafe class NativeSecp256k1 : ISecp256k1Backend
{
    private const int OpaqueSignatureLength = 65;
    private const int OpaqueKeyLength = 64;
    private const uint ContextSignAndVerify = 0x301;
    private const uint Uncompressed = 2;

    private static readonly string[] LibraryNames =
        [
            "libsecp256k1.so.1",
            "libsecp256k1.so.2",
            "libsecp256k1.so.0",
            "libsecp256k1.so",
            "libsecp256k1.dylib",
            "secp256k1",
        ];

    private readonly void* context;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, void*, void*, int> signRecoverable;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, int*, byte*, int> serializeCompact;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, int, int> parseCompact;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, int> recover;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, int> createKey;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, nuint*, byte*, uint, int> serializeKey;

    private NativeSecp256k1(nint library)
    {
        signRecoverable = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, void*, void*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_sign_recoverable");
        serializeCompact = (delegate* unmanaged[Cdecl]<void*, byte*, int*, byte*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_recoverable_signature_serialize_compact");
        parseCompact = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, int, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_recoverable_signature_parse_compact");
        recover = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_recover");
        createKey = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ec_pubkey_create");
        serializeKey = (delegate* unmanaged[Cdecl]<void*, byte*, nuint*, byte*, uint, int>)
            NativeLibrary.GetExport(library, "secp256k1_ec_pubkey_serialize");
        var create = (delegate* unmanaged[Cdecl]<uint, void*>)
            NativeLibrary.GetExport(library, "secp256k1_context_create");
        context = create(ContextSignAndVerify);
        Invariant.That(context != null);
    }

    public string Name => "libsecp256k1";

    /// <summary>Null where the library, or its recovery module, is not installed.</summary>
    public static NativeSecp256k1? TryLoad()
    {
        foreach (string name in LibraryNames)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return NativeLibrary.TryGetExport(library, "secp256k1_ecdsa_recover", out _)
                    ? new NativeSecp256k1(library)
                    : null;
            }
        }

        return null;
    }

    [SkipLocalsInit]
    public int Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> key, Span<byte> compact)
    {
        byte* signature = stackalloc byte[OpaqueSignatureLength];
        int parity;
        fixed (byte* digestStart = digest, keyStart = key, compactStart = compact)
        {
            // A null nonce function is the library's RFC 6979 generator.
            Invariant.That(signRecoverable(context, signature, digestStart, keyStart, null, null) == 1);
            Invariant.That(serializeCompact(context, compactStart, &parity, signature) == 1);
        }

        return parity;
    }

    [SkipLocalsInit]
    public bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> compact, int parity, Span<byte> publicKey)
    {
        byte* signature = stackalloc byte[OpaqueSignatureLength];
        byte* key = stackalloc byte[OpaqueKeyLength];
        fixed (byte* digestStart = digest, compactStart = compact)
        {
            if (parseCompact(context, signature, compactStart, parity) == 0
                || recover(context, key, signature, digestStart) == 0)
            {
                return false;
            }
        }

        Serialize(key, publicKey);
        return true;
    }

    [SkipLocalsInit]
    public void PublicKeyOf(ReadOnlySpan<byte> key, Span<byte> publicKey)
    {
        byte* point = stackalloc byte[OpaqueKeyLength];
        fixed (byte* keyStart = key)
        {
            Invariant.That(createKey(context, point, keyStart) == 1);
        }

        Serialize(point, publicKey);
    }

    [SkipLocalsInit]
    private void Serialize(byte* key, Span<byte> publicKey)
    {
        const int Length = 65;
        byte* serialized = stackalloc byte[Length];
        nuint length = Length;
        Invariant.That(serializeKey(context, serialized, &length, key, Uncompressed) == 1);
        new ReadOnlySpan<byte>(serialized, Length)[1..].CopyTo(publicKey);
    }
}
