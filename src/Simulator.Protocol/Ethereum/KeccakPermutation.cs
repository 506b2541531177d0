using System.Runtime.CompilerServices;
using static System.Numerics.BitOperations;

namespace Simulator.Protocol.Ethereum;

/// <summary>The permutation Keccak-f[1600], unrolled over two rounds so that the 25 lanes stay in locals.</summary>
/// <remarks>
/// Own code because the hash is on the path of every payment and every batch leaf; a loop over an array takes about
/// twice as long. Lane names: row b g k m s, column a e i o u; the prefix is the round's parity. Source: FIPS 202 §3.2.
/// </remarks>
internal static class KeccakPermutation
{
    public const int Lanes = 25;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000,
        0x000000000000808B, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    /// <param name="state">25 lanes, changed in place.</param>
    [SkipLocalsInit]
    public static void Apply(Span<ulong> state)
    {
        ref ulong lane = ref state[..Lanes][0];
        ulong[] constants = RoundConstants;
        ulong aba = Unsafe.Add(ref lane, 0);
        ulong abe = Unsafe.Add(ref lane, 1);
        ulong abi = Unsafe.Add(ref lane, 2);
        ulong abo = Unsafe.Add(ref lane, 3);
        ulong abu = Unsafe.Add(ref lane, 4);
        ulong aga = Unsafe.Add(ref lane, 5);
        ulong age = Unsafe.Add(ref lane, 6);
        ulong agi = Unsafe.Add(ref lane, 7);
        ulong ago = Unsafe.Add(ref lane, 8);
        ulong agu = Unsafe.Add(ref lane, 9);
        ulong aka = Unsafe.Add(ref lane, 10);
        ulong ake = Unsafe.Add(ref lane, 11);
        ulong aki = Unsafe.Add(ref lane, 12);
        ulong ako = Unsafe.Add(ref lane, 13);
        ulong aku = Unsafe.Add(ref lane, 14);
        ulong ama = Unsafe.Add(ref lane, 15);
        ulong ame = Unsafe.Add(ref lane, 16);
        ulong ami = Unsafe.Add(ref lane, 17);
        ulong amo = Unsafe.Add(ref lane, 18);
        ulong amu = Unsafe.Add(ref lane, 19);
        ulong asa = Unsafe.Add(ref lane, 20);
        ulong ase = Unsafe.Add(ref lane, 21);
        ulong asi = Unsafe.Add(ref lane, 22);
        ulong aso = Unsafe.Add(ref lane, 23);
        ulong asu = Unsafe.Add(ref lane, 24);
        ulong eba, ebe, ebi, ebo, ebu;
        ulong ega, ege, egi, ego, egu;
        ulong eka, eke, eki, eko, eku;
        ulong ema, eme, emi, emo, emu;
        ulong esa, ese, esi, eso, esu;
        ulong b0, b1, b2, b3, b4, c0, c1, c2, c3, c4, d0, d1, d2, d3, d4;
        for (int round = 0; round < constants.Length; round += 2)
        {
            c0 = aba ^ aga ^ aka ^ ama ^ asa;
            c1 = abe ^ age ^ ake ^ ame ^ ase;
            c2 = abi ^ agi ^ aki ^ ami ^ asi;
            c3 = abo ^ ago ^ ako ^ amo ^ aso;
            c4 = abu ^ agu ^ aku ^ amu ^ asu;
            d0 = c4 ^ RotateLeft(c1, 1);
            d1 = c0 ^ RotateLeft(c2, 1);
            d2 = c1 ^ RotateLeft(c3, 1);
            d3 = c2 ^ RotateLeft(c4, 1);
            d4 = c3 ^ RotateLeft(c0, 1);
            b0 = aba ^ d0;
            b1 = RotateLeft(age ^ d1, 44);
            b2 = RotateLeft(aki ^ d2, 43);
            b3 = RotateLeft(amo ^ d3, 21);
            b4 = RotateLeft(asu ^ d4, 14);
            eba = b0 ^ (~b1 & b2) ^ constants[round];
            ebe = b1 ^ (~b2 & b3);
            ebi = b2 ^ (~b3 & b4);
            ebo = b3 ^ (~b4 & b0);
            ebu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(abo ^ d3, 28);
            b1 = RotateLeft(agu ^ d4, 20);
            b2 = RotateLeft(aka ^ d0, 3);
            b3 = RotateLeft(ame ^ d1, 45);
            b4 = RotateLeft(asi ^ d2, 61);
            ega = b0 ^ (~b1 & b2);
            ege = b1 ^ (~b2 & b3);
            egi = b2 ^ (~b3 & b4);
            ego = b3 ^ (~b4 & b0);
            egu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(abe ^ d1, 1);
            b1 = RotateLeft(agi ^ d2, 6);
            b2 = RotateLeft(ako ^ d3, 25);
            b3 = RotateLeft(amu ^ d4, 8);
            b4 = RotateLeft(asa ^ d0, 18);
            eka = b0 ^ (~b1 & b2);
            eke = b1 ^ (~b2 & b3);
            eki = b2 ^ (~b3 & b4);
            eko = b3 ^ (~b4 & b0);
            eku = b4 ^ (~b0 & b1);
            b0 = RotateLeft(abu ^ d4, 27);
            b1 = RotateLeft(aga ^ d0, 36);
            b2 = RotateLeft(ake ^ d1, 10);
            b3 = RotateLeft(ami ^ d2, 15);
            b4 = RotateLeft(aso ^ d3, 56);
            ema = b0 ^ (~b1 & b2);
            eme = b1 ^ (~b2 & b3);
            emi = b2 ^ (~b3 & b4);
            emo = b3 ^ (~b4 & b0);
            emu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(abi ^ d2, 62);
            b1 = RotateLeft(ago ^ d3, 55);
            b2 = RotateLeft(aku ^ d4, 39);
            b3 = RotateLeft(ama ^ d0, 41);
            b4 = RotateLeft(ase ^ d1, 2);
            esa = b0 ^ (~b1 & b2);
            ese = b1 ^ (~b2 & b3);
            esi = b2 ^ (~b3 & b4);
            eso = b3 ^ (~b4 & b0);
            esu = b4 ^ (~b0 & b1);

            c0 = eba ^ ega ^ eka ^ ema ^ esa;
            c1 = ebe ^ ege ^ eke ^ eme ^ ese;
            c2 = ebi ^ egi ^ eki ^ emi ^ esi;
            c3 = ebo ^ ego ^ eko ^ emo ^ eso;
            c4 = ebu ^ egu ^ eku ^ emu ^ esu;
            d0 = c4 ^ RotateLeft(c1, 1);
            d1 = c0 ^ RotateLeft(c2, 1);
            d2 = c1 ^ RotateLeft(c3, 1);
            d3 = c2 ^ RotateLeft(c4, 1);
            d4 = c3 ^ RotateLeft(c0, 1);
            b0 = eba ^ d0;
            b1 = RotateLeft(ege ^ d1, 44);
            b2 = RotateLeft(eki ^ d2, 43);
            b3 = RotateLeft(emo ^ d3, 21);
            b4 = RotateLeft(esu ^ d4, 14);
            aba = b0 ^ (~b1 & b2) ^ constants[round + 1];
            abe = b1 ^ (~b2 & b3);
            abi = b2 ^ (~b3 & b4);
            abo = b3 ^ (~b4 & b0);
            abu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(ebo ^ d3, 28);
            b1 = RotateLeft(egu ^ d4, 20);
            b2 = RotateLeft(eka ^ d0, 3);
            b3 = RotateLeft(eme ^ d1, 45);
            b4 = RotateLeft(esi ^ d2, 61);
            aga = b0 ^ (~b1 & b2);
            age = b1 ^ (~b2 & b3);
            agi = b2 ^ (~b3 & b4);
            ago = b3 ^ (~b4 & b0);
            agu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(ebe ^ d1, 1);
            b1 = RotateLeft(egi ^ d2, 6);
            b2 = RotateLeft(eko ^ d3, 25);
            b3 = RotateLeft(emu ^ d4, 8);
            b4 = RotateLeft(esa ^ d0, 18);
            aka = b0 ^ (~b1 & b2);
            ake = b1 ^ (~b2 & b3);
            aki = b2 ^ (~b3 & b4);
            ako = b3 ^ (~b4 & b0);
            aku = b4 ^ (~b0 & b1);
            b0 = RotateLeft(ebu ^ d4, 27);
            b1 = RotateLeft(ega ^ d0, 36);
            b2 = RotateLeft(eke ^ d1, 10);
            b3 = RotateLeft(emi ^ d2, 15);
            b4 = RotateLeft(eso ^ d3, 56);
            ama = b0 ^ (~b1 & b2);
            ame = b1 ^ (~b2 & b3);
            ami = b2 ^ (~b3 & b4);
            amo = b3 ^ (~b4 & b0);
            amu = b4 ^ (~b0 & b1);
            b0 = RotateLeft(ebi ^ d2, 62);
            b1 = RotateLeft(ego ^ d3, 55);
            b2 = RotateLeft(eku ^ d4, 39);
            b3 = RotateLeft(ema ^ d0, 41);
            b4 = RotateLeft(ese ^ d1, 2);
            asa = b0 ^ (~b1 & b2);
            ase = b1 ^ (~b2 & b3);
            asi = b2 ^ (~b3 & b4);
            aso = b3 ^ (~b4 & b0);
            asu = b4 ^ (~b0 & b1);
        }

        Unsafe.Add(ref lane, 0) = aba;
        Unsafe.Add(ref lane, 1) = abe;
        Unsafe.Add(ref lane, 2) = abi;
        Unsafe.Add(ref lane, 3) = abo;
        Unsafe.Add(ref lane, 4) = abu;
        Unsafe.Add(ref lane, 5) = aga;
        Unsafe.Add(ref lane, 6) = age;
        Unsafe.Add(ref lane, 7) = agi;
        Unsafe.Add(ref lane, 8) = ago;
        Unsafe.Add(ref lane, 9) = agu;
        Unsafe.Add(ref lane, 10) = aka;
        Unsafe.Add(ref lane, 11) = ake;
        Unsafe.Add(ref lane, 12) = aki;
        Unsafe.Add(ref lane, 13) = ako;
        Unsafe.Add(ref lane, 14) = aku;
        Unsafe.Add(ref lane, 15) = ama;
        Unsafe.Add(ref lane, 16) = ame;
        Unsafe.Add(ref lane, 17) = ami;
        Unsafe.Add(ref lane, 18) = amo;
        Unsafe.Add(ref lane, 19) = amu;
        Unsafe.Add(ref lane, 20) = asa;
        Unsafe.Add(ref lane, 21) = ase;
        Unsafe.Add(ref lane, 22) = asi;
        Unsafe.Add(ref lane, 23) = aso;
        Unsafe.Add(ref lane, 24) = asu;
    }
}
