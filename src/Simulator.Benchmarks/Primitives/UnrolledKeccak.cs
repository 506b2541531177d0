using System.Buffers.Binary;
using static System.Numerics.BitOperations;

namespace Simulator.Benchmarks.Primitives;

/// <summary>Keccak-256 written down plainly, one round unrolled: the reference for the one in use.</summary>
/// <remarks>Lanes sXY as in FIPS 202 §3.2; rate 136 bytes; padding 0x01 … 0x80.</remarks>
public static class UnrolledKeccak
{
    private const int Rate = 136;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000,
        0x000000000000808B, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    /// <param name="message">Any length.</param>
    /// <param name="hash">Receives 32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        while (message.Length >= Rate)
        {
            Absorb(state, message[..Rate]);
            message = message[Rate..];
        }

        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        message.CopyTo(last);
        last[message.Length] = 0x01;
        last[Rate - 1] |= 0x80;
        Absorb(state, last);
        for (int i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(8 * i)..], state[i]);
        }
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (int i = 0; i < Rate / 8; i++)
        {
            state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        }

        Permute(state);
    }

    private static void Permute(Span<ulong> state)
    {
        ulong s00 = state[0];
        ulong s10 = state[1];
        ulong s20 = state[2];
        ulong s30 = state[3];
        ulong s40 = state[4];
        ulong s01 = state[5];
        ulong s11 = state[6];
        ulong s21 = state[7];
        ulong s31 = state[8];
        ulong s41 = state[9];
        ulong s02 = state[10];
        ulong s12 = state[11];
        ulong s22 = state[12];
        ulong s32 = state[13];
        ulong s42 = state[14];
        ulong s03 = state[15];
        ulong s13 = state[16];
        ulong s23 = state[17];
        ulong s33 = state[18];
        ulong s43 = state[19];
        ulong s04 = state[20];
        ulong s14 = state[21];
        ulong s24 = state[22];
        ulong s34 = state[23];
        ulong s44 = state[24];
        foreach (ulong constant in RoundConstants)
        {
            ulong c0 = s00 ^ s01 ^ s02 ^ s03 ^ s04;
            ulong c1 = s10 ^ s11 ^ s12 ^ s13 ^ s14;
            ulong c2 = s20 ^ s21 ^ s22 ^ s23 ^ s24;
            ulong c3 = s30 ^ s31 ^ s32 ^ s33 ^ s34;
            ulong c4 = s40 ^ s41 ^ s42 ^ s43 ^ s44;
            ulong d0 = c4 ^ RotateLeft(c1, 1);
            ulong d1 = c0 ^ RotateLeft(c2, 1);
            ulong d2 = c1 ^ RotateLeft(c3, 1);
            ulong d3 = c2 ^ RotateLeft(c4, 1);
            ulong d4 = c3 ^ RotateLeft(c0, 1);
            ulong b00 = s00 ^ d0;
            ulong b02 = RotateLeft(s10 ^ d1, 1);
            ulong b04 = RotateLeft(s20 ^ d2, 62);
            ulong b01 = RotateLeft(s30 ^ d3, 28);
            ulong b03 = RotateLeft(s40 ^ d4, 27);
            ulong b13 = RotateLeft(s01 ^ d0, 36);
            ulong b10 = RotateLeft(s11 ^ d1, 44);
            ulong b12 = RotateLeft(s21 ^ d2, 6);
            ulong b14 = RotateLeft(s31 ^ d3, 55);
            ulong b11 = RotateLeft(s41 ^ d4, 20);
            ulong b21 = RotateLeft(s02 ^ d0, 3);
            ulong b23 = RotateLeft(s12 ^ d1, 10);
            ulong b20 = RotateLeft(s22 ^ d2, 43);
            ulong b22 = RotateLeft(s32 ^ d3, 25);
            ulong b24 = RotateLeft(s42 ^ d4, 39);
            ulong b34 = RotateLeft(s03 ^ d0, 41);
            ulong b31 = RotateLeft(s13 ^ d1, 45);
            ulong b33 = RotateLeft(s23 ^ d2, 15);
            ulong b30 = RotateLeft(s33 ^ d3, 21);
            ulong b32 = RotateLeft(s43 ^ d4, 8);
            ulong b42 = RotateLeft(s04 ^ d0, 18);
            ulong b44 = RotateLeft(s14 ^ d1, 2);
            ulong b41 = RotateLeft(s24 ^ d2, 61);
            ulong b43 = RotateLeft(s34 ^ d3, 56);
            ulong b40 = RotateLeft(s44 ^ d4, 14);
            s00 = b00 ^ (~b10 & b20) ^ constant;
            s10 = b10 ^ (~b20 & b30);
            s20 = b20 ^ (~b30 & b40);
            s30 = b30 ^ (~b40 & b00);
            s40 = b40 ^ (~b00 & b10);
            s01 = b01 ^ (~b11 & b21);
            s11 = b11 ^ (~b21 & b31);
            s21 = b21 ^ (~b31 & b41);
            s31 = b31 ^ (~b41 & b01);
            s41 = b41 ^ (~b01 & b11);
            s02 = b02 ^ (~b12 & b22);
            s12 = b12 ^ (~b22 & b32);
            s22 = b22 ^ (~b32 & b42);
            s32 = b32 ^ (~b42 & b02);
            s42 = b42 ^ (~b02 & b12);
            s03 = b03 ^ (~b13 & b23);
            s13 = b13 ^ (~b23 & b33);
            s23 = b23 ^ (~b33 & b43);
            s33 = b33 ^ (~b43 & b03);
            s43 = b43 ^ (~b03 & b13);
            s04 = b04 ^ (~b14 & b24);
            s14 = b14 ^ (~b24 & b34);
            s24 = b24 ^ (~b34 & b44);
            s34 = b34 ^ (~b44 & b04);
            s44 = b44 ^ (~b04 & b14);
        }

        state[0] = s00;
        state[1] = s10;
        state[2] = s20;
        state[3] = s30;
        state[4] = s40;
        state[5] = s01;
        state[6] = s11;
        state[7] = s21;
        state[8] = s31;
        state[9] = s41;
        state[10] = s02;
        state[11] = s12;
        state[12] = s22;
        state[13] = s32;
        state[14] = s42;
        state[15] = s03;
        state[16] = s13;
        state[17] = s23;
        state[18] = s33;
        state[19] = s43;
        state[20] = s04;
        state[21] = s14;
        state[22] = s24;
        state[23] = s34;
        state[24] = s44;
    }
}
