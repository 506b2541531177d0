using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Primitives;

/// <summary>libsecp256k1 called with nothing around it: what our curve operations are measured against.</summary>
public sealed unsafe class BareSecp256k1
{
    private const uint SignAndVerify = 0x301;

    private readonly void* context;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, void*, void*, int> sign;
    private readonly delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, int> recover;
    private readonly byte* signature = (byte*)NativeMemory.AllocZeroed(65);
    private readonly byte* recovered = (byte*)NativeMemory.AllocZeroed(64);
    private readonly byte* digest = (byte*)NativeMemory.AllocZeroed(32);
    private readonly byte* key = (byte*)NativeMemory.AllocZeroed(32);

    private BareSecp256k1(nint library, ReadOnlySpan<byte> digestBytes, ReadOnlySpan<byte> keyBytes)
    {
        var create = (delegate* unmanaged[Cdecl]<uint, void*>)
            NativeLibrary.GetExport(library, "secp256k1_context_create");
        sign = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, void*, void*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_sign_recoverable");
        recover = (delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, int>)
            NativeLibrary.GetExport(library, "secp256k1_ecdsa_recover");
        context = create(SignAndVerify);
        digestBytes.CopyTo(new Span<byte>(digest, 32));
        keyBytes.CopyTo(new Span<byte>(key, 32));
        Sign();
    }

    /// <summary>Null where the library is not installed.</summary>
    public static BareSecp256k1? TryLoad(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> key)
    {
        foreach (string name in (string[])["libsecp256k1.so.1", "libsecp256k1.so.2", "libsecp256k1.so.0"])
        {
            if (NativeLibrary.TryLoad(name, out nint library)
                && NativeLibrary.TryGetExport(library, "secp256k1_ecdsa_recover", out _))
            {
                return new BareSecp256k1(library, digest, key);
            }
        }

        return null;
    }

    /// <summary>One recoverable signature over the digest.</summary>
    [SkipLocalsInit]
    public void Sign() => Invariant.That(sign(context, signature, digest, key, null, null) == 1);

    /// <summary>One public key out of the signature.</summary>
    [SkipLocalsInit]
    public void Recover() => Invariant.That(recover(context, recovered, signature, digest) == 1);
}
