using System.Runtime.InteropServices;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>An OpenSSL private key, freed with its last user.</summary>
internal sealed class RsaKeyHandle : SafeHandle
{
    private RsaKeyHandle(nint key)
        : base(0, ownsHandle: true)
    {
        SetHandle(key);
    }

    public override bool IsInvalid => handle == 0;

    public static RsaKeyHandle Decode(byte[] pkcs1)
    {
        GCHandle pinned = GCHandle.Alloc(pkcs1, GCHandleType.Pinned);
        try
        {
            nint cursor = pinned.AddrOfPinnedObject();
            RsaKeyHandle key = new(LibCrypto.DecodePrivateKey(0, ref cursor, pkcs1.Length));
            Invariant.That(!key.IsInvalid);
            return key;
        }
        finally
        {
            pinned.Free();
        }
    }

    protected override bool ReleaseHandle()
    {
        LibCrypto.FreeKey(handle);
        return true;
    }
}
