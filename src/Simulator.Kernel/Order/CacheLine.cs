using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Kernel;

/// <summary>Asks the processor to fetch memory before it is needed: a hint without effect on any result.</summary>
internal static class CacheLine
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T target)
    {
        if (Sse.IsSupported)
        {
            // The address may go stale if the collector moves the object; fetching a wrong line is harmless.
            Sse.Prefetch0(Unsafe.AsPointer(ref target));
        }
    }

    /// <summary>Fetches an object's first line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(object? target)
    {
        if (target is not null)
        {
            Fetch(ref Unsafe.As<AnyObject>(target).FirstField);
        }
    }

    private sealed class AnyObject
    {
        public byte FirstField;
    }
}
